export { pwdModule } from './pwd.ts';
export { readDatabase } from './database.ts';
