export { symtableModule } from './symtable.ts';
