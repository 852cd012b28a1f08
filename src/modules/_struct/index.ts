export { structModule } from './struct.ts';
export { compileFormat, type CompiledFormat } from './format.ts';
export { packInto, structError, unpackFrom } from './pack.ts';
