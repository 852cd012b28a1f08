export { grpModule } from './grp.ts';
