/** `_string`. */
export { stringModule } from './string.ts';
