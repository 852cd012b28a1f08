export { arrayModule } from './array.ts';
