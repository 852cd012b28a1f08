/** The data of a code unit that tests give as a dict. @cpython Python/compile.c optimize_and_assemble, _testinternalcapi.c */
import type { CompileUnitMetadata } from '../../compiler/instruction-sequence.ts';
import {
  asHostString,
  indexNumber,
  keyError,
  PyDict,
  toArray,
  typeError,
  getItem,
  isTrue,
  type Value,
} from '../../objects/core/index.ts';
import { constantTable } from './py-instruction-sequence.ts';

/** Reads the dict. @throws KeyError, TypeError */
export function readMetadata(value: Value): CompileUnitMetadata {
  if (!(value instanceof PyDict)) throw typeError('metadata must be a dict');
  const item = (name: string): Value => {
    const found = value.getStr(name);
    if (found === undefined) throw keyError(name);
    return found;
  };
  const indices = (name: string): Map<string, number> => {
    const dict = item(name);
    return new Map(toArray(dict).map((key) => [asHostString(key), indexNumber(getItem(dict, key))]));
  };
  const hidden = item('fasthidden');
  return {
    u_name: asHostString(item('name')),
    u_qualname: asHostString(item('qualname')),
    // A dict of constants has their indices, and they stand in order.
    u_consts: constantTable(toArray(item('consts'))),
    u_names: indices('names'),
    u_varnames: indices('varnames'),
    u_cellvars: indices('cellvars'),
    u_freevars: indices('freevars'),
    u_fasthidden: new Map(toArray(hidden).map((key) => [asHostString(key), isTrue(getItem(hidden, key))])),
    u_argcount: indexNumber(item('argcount')),
    u_posonlyargcount: indexNumber(item('posonlyargcount')),
    u_kwonlyargcount: indexNumber(item('kwonlyargcount')),
    u_firstlineno: indexNumber(item('firstlineno')),
  };
}
