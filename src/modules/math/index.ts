export { mathModule } from './math.ts';
