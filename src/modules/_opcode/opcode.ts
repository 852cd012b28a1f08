/** `_opcode`: properties of opcodes, for `dis` and `opcode`. @cpython Modules/_opcode.c */
import {
  asInt,
  index,
  nativeFunction,
  None,
  overflowError,
  PyList,
  PyTuple,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import {
  HAS_ARG_FLAG,
  HAS_CONST_FLAG,
  HAS_FREE_FLAG,
  HAS_JUMP_FLAG,
  HAS_LOCAL_FLAG,
  HAS_NAME_FLAG,
  IS_BLOCK_PUSH_FLAG,
  OPCODE_FLAGS,
  stackEffect,
} from '../../opcode/index.ts';
import { INTRINSIC_1, INTRINSIC_2, NB_OPS, OPCODES, SPECIAL_METHODS } from '../../opcode/python-3.14.generated.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';

const VALID: ReadonlySet<number> = new Set(OPCODES.map((info) => info.opcode));

/** A C int. @throws TypeError, OverflowError */
function intOf(value: Value): number {
  const int = index(value);
  if (typeof int === 'bigint') throw overflowError('Python int too large to convert to C int');
  return int;
}

const isValid = (opcode: number): boolean => VALID.has(opcode);

/** A function that tells whether an opcode has a property. */
function property(name: keyof typeof docs, flag: number) {
  return nativeFunction(
    '($module, /, opcode)',
    (value: Value) => {
      const opcode = intOf(value);
      return isValid(opcode) && (OPCODE_FLAGS[opcode]! & flag) !== 0;
    },
    docs[name],
  );
}

/** @throws ValueError */
function stackEffectOf(opcodeValue: Value, opargValue: Value | undefined, jump: Value | undefined): Value {
  const opcode = intOf(opcodeValue);
  const oparg = opargValue === undefined || opargValue === None ? 0 : intOf(opargValue);
  if (jump !== undefined && jump !== None && typeof jump !== 'boolean') {
    throw valueError('stack_effect: jump must be False, True or None');
  }
  if (!isValid(opcode)) throw valueError('invalid opcode or oparg');
  const taken = stackEffect(opcode, oparg, true);
  const fallen = stackEffect(opcode, oparg, false);
  if (taken === undefined || fallen === undefined) throw valueError('invalid opcode or oparg');
  if (jump === true) return taken;
  if (jump === false) return fallen;
  return Math.max(taken, fallen);
}

/** No code is compiled by the machinery that CPython calls executors. @throws TypeError, ValueError */
function getExecutor(code: Value, offset: Value): Value {
  if (!(code instanceof PyCode)) throw typeError(`expected a code object, not '${typeName(code)}'`);
  if (asInt(offset) === undefined) throw typeError(`'${typeName(offset)}' object cannot be interpreted as an integer`);
  throw valueError('no executor at given byte offset');
}

export const opcodeModule = defineModule('_opcode', {
  doc: MODULE_DOC,
  functions: {
    stack_effect: nativeFunction('($module, opcode, oparg=None, /, *, jump=None)', stackEffectOf, docs.stack_effect),
    is_valid: nativeFunction('($module, /, opcode)', (opcode: Value) => isValid(intOf(opcode)), docs.is_valid),
    has_arg: property('has_arg', HAS_ARG_FLAG),
    has_const: property('has_const', HAS_CONST_FLAG),
    has_name: property('has_name', HAS_NAME_FLAG),
    has_jump: property('has_jump', HAS_JUMP_FLAG),
    has_free: property('has_free', HAS_FREE_FLAG),
    has_local: property('has_local', HAS_LOCAL_FLAG),
    has_exc: property('has_exc', IS_BLOCK_PUSH_FLAG),
    get_specialization_stats: nativeFunction('($module, /)', () => None, docs.get_specialization_stats),
    get_nb_ops: nativeFunction(
      '($module, /)',
      () => new PyList(NB_OPS.map((pair) => new PyTuple([...pair]))),
      docs.get_nb_ops,
    ),
    get_intrinsic1_descs: nativeFunction('($module, /)', () => new PyList([...INTRINSIC_1]), docs.get_intrinsic1_descs),
    get_intrinsic2_descs: nativeFunction('($module, /)', () => new PyList([...INTRINSIC_2]), docs.get_intrinsic2_descs),
    get_executor: nativeFunction('($module, /, code, offset)', getExecutor, docs.get_executor),
    get_special_method_names: nativeFunction(
      '($module, /)',
      () => new PyList([...SPECIAL_METHODS]),
      docs.get_special_method_names,
    ),
  },
  constants: () => ({ ENABLE_SPECIALIZATION: 1, ENABLE_SPECIALIZATION_FT: 1 }),
});
