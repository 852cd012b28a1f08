export { datetimeModule } from './datetime.ts';
