export { boolSpec } from './bool-type.ts';
