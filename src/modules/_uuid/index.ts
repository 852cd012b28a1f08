export { uuidModule } from './uuid.ts';
