/** Rewriting of the tree before it is compiled. */
export { preprocess, type PreprocessOptions } from './preprocess.ts';
