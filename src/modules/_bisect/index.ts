export { bisectModule } from './bisect.ts';
