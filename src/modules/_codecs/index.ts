/** `_codecs`. */
export { codecsModule } from './codecs.ts';
