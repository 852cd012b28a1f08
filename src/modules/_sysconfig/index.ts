export { sysconfigModule } from './sysconfig.ts';
