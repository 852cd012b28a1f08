export { statisticsModule } from './statistics.ts';
