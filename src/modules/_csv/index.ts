/** `_csv`. */
export { csvModule } from './csv.ts';
