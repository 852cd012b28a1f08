/// <reference types="node" />
/**
 * Node's own modules, as they are: an import of one in a CommonJS bundle copies all of its properties, for every file that
 * has it. Modules that are not needed at every start are got where they are used.
 */
export const fs = process.getBuiltinModule('node:fs');
