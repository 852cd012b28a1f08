export { randomModule } from './random.ts';
