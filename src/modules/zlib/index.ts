export { zlibModule } from './zlib.ts';
