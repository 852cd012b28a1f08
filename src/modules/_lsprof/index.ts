export { lsprofModule } from './lsprof.ts';
