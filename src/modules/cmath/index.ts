export { cmathModule } from './cmath.ts';
