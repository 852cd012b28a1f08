export { itertoolsModule } from './itertools.ts';
