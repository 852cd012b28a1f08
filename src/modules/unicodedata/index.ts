/** `unicodedata`. */
export { unicodedataModule } from './unicodedata.ts';
