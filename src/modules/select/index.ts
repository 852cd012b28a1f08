export { selectModule } from './select.ts';
export { deadlock, readinessSources, waitForPipe, type Readiness } from './readiness.ts';
