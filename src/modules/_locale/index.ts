export { localeModule } from './locale.ts';
