/** `_json`. */
export { jsonModule } from './json.ts';
