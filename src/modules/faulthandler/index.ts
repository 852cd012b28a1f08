export { faulthandlerModule } from './faulthandler.ts';
