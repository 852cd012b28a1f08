export { timeModule } from './time.ts';
