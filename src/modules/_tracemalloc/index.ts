export { tracemallocModule } from './tracemalloc.ts';
