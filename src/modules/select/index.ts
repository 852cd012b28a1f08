export { selectModule } from './select.ts';
export { deadlock, readinessSources, type Readiness } from './readiness.ts';
