export { decimalModule } from './decimal.ts';
