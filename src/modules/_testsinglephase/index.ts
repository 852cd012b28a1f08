export { testsinglephaseModule } from './testsinglephase.ts';
