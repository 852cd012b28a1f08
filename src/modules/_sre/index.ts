/** `_sre`. */
export { sreModule } from './sre.ts';
