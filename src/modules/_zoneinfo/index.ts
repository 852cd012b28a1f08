export { zoneinfoModule } from './zoneinfo.ts';
