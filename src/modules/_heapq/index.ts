export { heapqModule } from './heapq.ts';
