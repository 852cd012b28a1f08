export { tokenizeModule } from './tokenize.ts';
