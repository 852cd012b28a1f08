/** `_symtable`: the compiler's symbol tables. @cpython Modules/symtablemodule.c, Python/symtable.c ste_repr (3.14) */
import {
  PyDict,
  PyList,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  asText,
  identity,
  makeBuiltinType,
  objectType,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type GetSet,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import * as flags from '../../symtable/index.ts';
import type { Symtable, SymtableEntry } from '../../symtable/index.ts';
import { requireCompiler, requireSource, withDiagnostics } from '../builtins/compile-source.ts';
import { fileSystemPath } from '../builtins/file-name.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS } from './docs.ts';

/** The Python object of one block's table. */
class PySymtableEntry extends PyObject {
  readonly entry: SymtableEntry;
  readonly symbols: PyDict;
  readonly varnames: PyList;
  readonly children: PyList;
  constructor(entry: SymtableEntry) {
    super();
    this.entry = entry;
    this.symbols = new PyDict();
    for (const [name, bits] of entry.symbols) this.symbols.set(strFromUtf16(name), bits);
    this.varnames = new PyList(entry.varnames.map((name) => strFromUtf16(name)));
    this.children = new PyList(entry.children.map((child) => new PySymtableEntry(child)));
  }
}

const entryType = makeBuiltinType('symtable entry', objectType, PySymtableEntry, Py_TPFLAGS_DISALLOW_INSTANTIATION);

const member = (get: (self: PySymtableEntry) => Value): GetSet => ({ get: get as (self: Value) => Value });

const entrySpec = typeSpec(entryType, {
  slots: {
    tp_repr: (self) => {
      const { entry } = self as PySymtableEntry;
      return strFromUtf16(`<symtable entry ${entry.name}(${identity(self)}), line ${entry.range.lineno}>`);
    },
  },
  members: {
    id: member((self) => identity(self)),
    name: member((self) => strFromUtf16(self.entry.name)),
    symbols: member((self) => self.symbols),
    varnames: member((self) => self.varnames),
    children: member((self) => self.children),
    nested: member((self) => (self.entry.isNested ? 1 : 0)),
    type: member((self) => self.entry.type),
    lineno: member((self) => self.entry.range.lineno),
  },
});

const MODES = ['exec', 'eval', 'single'] as const;

function symtable(source: Value, filenameArgument: Value, modeArgument: Value): Value {
  const modeText = asText(modeArgument);
  if (modeText === undefined) throw typeError(`symtable() argument 3 must be str, not ${typeName(modeArgument)}`);
  const filename = fileSystemPath(filenameArgument);
  const text = requireSource(source, 'symtable', 'string or bytes');
  const mode = MODES.find((each) => each === modeText);
  if (mode === undefined) throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  const host = textToHost(asText(filename)!);
  const result = withDiagnostics(filename, () =>
    requireCompiler().symtable(text, host, mode, { flags: 0, optimize: 0 }),
  );
  return new PySymtableEntry((result.symtable as Symtable).top);
}

export const symtableModule = defineModule('_symtable', {
  functions: documentedFunctions(FUNCTIONS, { symtable }),
  hiddenTypes: [entrySpec],
  constants: () => ({
    USE: flags.USE,
    DEF_GLOBAL: flags.DEF_GLOBAL,
    DEF_NONLOCAL: flags.DEF_NONLOCAL,
    DEF_LOCAL: flags.DEF_LOCAL,
    DEF_PARAM: flags.DEF_PARAM,
    DEF_TYPE_PARAM: flags.DEF_TYPE_PARAM,
    DEF_FREE_CLASS: flags.DEF_FREE_CLASS,
    DEF_IMPORT: flags.DEF_IMPORT,
    DEF_BOUND: flags.DEF_LOCAL | flags.DEF_PARAM | flags.DEF_IMPORT,
    DEF_ANNOT: flags.DEF_ANNOT,
    DEF_COMP_ITER: flags.DEF_COMP_ITER,
    DEF_COMP_CELL: flags.DEF_COMP_CELL,
    TYPE_FUNCTION: flags.FunctionBlock,
    TYPE_CLASS: flags.ClassBlock,
    TYPE_MODULE: flags.ModuleBlock,
    TYPE_ANNOTATION: flags.AnnotationBlock,
    TYPE_TYPE_ALIAS: flags.TypeAliasBlock,
    TYPE_TYPE_PARAMETERS: flags.TypeParametersBlock,
    TYPE_TYPE_VARIABLE: flags.TypeVariableBlock,
    LOCAL: flags.LOCAL,
    GLOBAL_EXPLICIT: flags.GLOBAL_EXPLICIT,
    GLOBAL_IMPLICIT: flags.GLOBAL_IMPLICIT,
    FREE: flags.FREE,
    CELL: flags.CELL,
    SCOPE_OFF: flags.SCOPE_OFFSET,
    SCOPE_MASK: flags.SCOPE_MASK,
  }),
});
