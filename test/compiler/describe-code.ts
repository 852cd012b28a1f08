/** Code objects as JSON; describe-code.py does the same to CPython's, to the letter. */
import type { CodeObject, Constant } from '../../src/code/code-object.ts';
import { floatRepr } from '../../src/compiler/codegen/constant-repr.ts';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function describeConstant(value: Constant): unknown {
  if (value === null) return { singleton: 'None' };
  switch (typeof value) {
    case 'boolean':
      return { singleton: value ? 'True' : 'False' };
    case 'number':
    case 'bigint':
      return { int: value.toString(16) };
    case 'string':
      return {
        str: /^[\0-\x7f]*$/.test(value) ? value : Array.from({ length: value.length }, (_, i) => value.charCodeAt(i)),
      };
  }
  switch (value.kind) {
    case 'ellipsis':
      return { singleton: 'Ellipsis' };
    case 'wide':
      return { str: Array.from(value.codePoints) };
    case 'float':
      return { float: floatRepr(value.value) };
    case 'complex':
      return { complex: [floatRepr(value.real), floatRepr(value.imag)] };
    case 'bytes':
      return { bytes: hex(value.bytes) };
    case 'tuple':
      return { tuple: value.items.map(describeConstant) };
    case 'frozenset':
      return { frozenset: value.items.map((item) => JSON.stringify(describeConstant(item))).sort() };
    case 'slice':
      return { slice: [value.start, value.stop, value.step].map(describeConstant) };
    case 'code':
      return describeCode(value);
  }
}

export function describeCode(code: CodeObject): unknown {
  return {
    co_name: code.co_name,
    co_qualname: code.co_qualname,
    co_firstlineno: code.co_firstlineno,
    co_argcount: code.co_argcount,
    co_posonlyargcount: code.co_posonlyargcount,
    co_kwonlyargcount: code.co_kwonlyargcount,
    co_flags: code.co_flags,
    co_stacksize: code.co_stacksize,
    co_names: code.co_names,
    co_varnames: code.co_varnames,
    co_cellvars: code.co_cellvars,
    co_freevars: code.co_freevars,
    co_code: hex(code.co_code),
    co_linetable: hex(code.co_linetable),
    co_exceptiontable: hex(code.co_exceptiontable),
    co_consts: code.co_consts.map(describeConstant),
  };
}
