/**
 * Making code objects out of the parts that `code(…)` and `replace()` take.
 *
 * @cpython Objects/codeobject.c _PyCode_Validate, PyUnstable_Code_NewWithPosOnlyArgs
 */
import {
  CO_FAST_ARG_KW,
  CO_FAST_ARG_POS,
  CO_FAST_ARG_VAR,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeObject,
  type Constant,
} from '../../code/code-object.ts';
import { systemError, valueError, type Value } from '../core/index.ts';
import { valueToConstant } from './constant-values.ts';
import { PyCode } from './py-code.ts';

export interface CodeParts {
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  nlocals: number;
  stacksize: number;
  flags: number;
  code: Uint8Array;
  consts: readonly Value[];
  names: readonly string[];
  varnames: readonly string[];
  filename: string;
  name: string;
  qualname: string;
  firstlineno: number;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
  freevars: readonly string[];
  cellvars: readonly string[];
}

function validate(parts: CodeParts): void {
  if (
    parts.argcount < parts.posonlyargcount ||
    parts.posonlyargcount < 0 ||
    parts.kwonlyargcount < 0 ||
    parts.stacksize < 0 ||
    parts.flags < 0
  ) {
    throw systemError('bad argument to internal function');
  }
  if (parts.code.length % 2 !== 0) throw valueError('code: co_code is malformed');
  if (parts.nlocals !== parts.varnames.length) throw valueError('code: co_nlocals != len(co_varnames)');
  const args =
    parts.argcount +
    parts.kwonlyargcount +
    ((parts.flags & CO_VARARGS) !== 0 ? 1 : 0) +
    ((parts.flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  if (args > parts.varnames.length) throw valueError('code: varnames is too small');
}

/** Names and kinds of `localsplus`: locals, cells that are not locals, free variables. */
function localsplus(parts: CodeParts): { names: string[]; kinds: Uint8Array } {
  const names: string[] = [];
  const kinds: number[] = [];
  const positional = parts.argcount;
  const named = positional + parts.kwonlyargcount;
  const hasVarArgs = (parts.flags & CO_VARARGS) !== 0;
  const variadic = named + (hasVarArgs ? 1 : 0) + ((parts.flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  const cells = new Set(parts.cellvars);
  parts.varnames.forEach((name, i) => {
    let kind = CO_FAST_LOCAL;
    if (i < parts.posonlyargcount) kind |= CO_FAST_ARG_POS;
    else if (i < positional) kind |= CO_FAST_ARG_POS | CO_FAST_ARG_KW;
    else if (i < named) kind |= CO_FAST_ARG_KW;
    else if (i < variadic) kind |= CO_FAST_ARG_VAR | (hasVarArgs && i === named ? CO_FAST_ARG_POS : CO_FAST_ARG_KW);
    if (cells.delete(name)) kind |= CO_FAST_CELL;
    names.push(name);
    kinds.push(kind);
  });
  for (const name of parts.cellvars) {
    if (!cells.has(name)) continue;
    names.push(name);
    kinds.push(CO_FAST_CELL);
  }
  for (const name of parts.freevars) {
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  return { names, kinds: Uint8Array.from(kinds) };
}

/** A code object of these parts. @throws ValueError when they do not fit together */
export function makeCode(parts: CodeParts): PyCode {
  validate(parts);
  const { names, kinds } = localsplus(parts);
  const memo = new Map<Value, Constant>();
  const code = new CodeObject({
    co_argcount: parts.argcount,
    co_posonlyargcount: parts.posonlyargcount,
    co_kwonlyargcount: parts.kwonlyargcount,
    co_stacksize: parts.stacksize,
    co_flags: parts.flags,
    co_code: parts.code,
    // A value that no constant can stand for lives in the runtime constants only.
    co_consts: parts.consts.map((value) => valueToConstant(value, memo) ?? null),
    co_names: parts.names,
    co_localsplusnames: names,
    co_localspluskinds: kinds,
    co_filename: parts.filename,
    co_name: parts.name,
    co_qualname: parts.qualname,
    co_firstlineno: parts.firstlineno,
    co_linetable: parts.linetable,
    co_exceptiontable: parts.exceptiontable,
  });
  return new PyCode(code, parts.consts);
}

/** The parts of a code object. */
export function partsOf(code: PyCode): CodeParts {
  const plain = code.code;
  const varnames = plain.co_varnames;
  return {
    argcount: plain.co_argcount,
    posonlyargcount: plain.co_posonlyargcount,
    kwonlyargcount: plain.co_kwonlyargcount,
    nlocals: varnames.length,
    stacksize: plain.co_stacksize,
    flags: plain.co_flags,
    code: plain.co_code,
    consts: code.consts,
    names: plain.co_names,
    varnames,
    filename: plain.co_filename,
    name: plain.co_name,
    qualname: plain.co_qualname,
    firstlineno: plain.co_firstlineno,
    linetable: plain.co_linetable,
    exceptiontable: plain.co_exceptiontable,
    freevars: plain.co_freevars,
    cellvars: plain.co_cellvars,
  };
}
