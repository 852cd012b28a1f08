/**
 * How many values an instruction takes from the value stack and puts on it.
 *
 * An instruction that leaves its inputs where they are counts them on both sides: `LIST_EXTEND 1` pops list and
 * iterable and pushes the list.
 *
 * @cpython Include/internal/pycore_opcode_metadata.h _PyOpcode_num_popped, _PyOpcode_num_pushed (3.14)
 */
import { IS_BLOCK_PUSH_FLAG, OPCODE_FLAGS } from './metadata.ts';
import { op } from './python-3.14.generated.ts';

/** Marks effects that depend on the oparg, and opcodes that do not exist. */
const VARIABLE = -1;
const NONE = -2;

/** Opcodes whose effect is fixed, by `popped, pushed`. */
const FIXED_EFFECTS: readonly (readonly [popped: number, pushed: number, opcodes: readonly number[]])[] = [
  [
    0,
    0,
    [
      op.ANNOTATIONS_PLACEHOLDER,
      op.CACHE,
      op.COPY_FREE_VARS,
      op.DELETE_DEREF,
      op.DELETE_FAST,
      op.DELETE_GLOBAL,
      op.DELETE_NAME,
      op.ENTER_EXECUTOR,
      op.EXTENDED_ARG,
      op.INSTRUMENTED_INSTRUCTION,
      op.INSTRUMENTED_JUMP_BACKWARD,
      op.INSTRUMENTED_JUMP_FORWARD,
      op.INSTRUMENTED_LINE,
      op.INSTRUMENTED_NOT_TAKEN,
      op.INSTRUMENTED_RESUME,
      op.JUMP,
      op.JUMP_BACKWARD,
      op.JUMP_BACKWARD_NO_INTERRUPT,
      op.JUMP_FORWARD,
      op.JUMP_NO_INTERRUPT,
      op.MAKE_CELL,
      op.NOP,
      op.NOT_TAKEN,
      op.POP_BLOCK,
      op.RESERVED,
      op.RESUME,
      op.SETUP_ANNOTATIONS,
    ],
  ],
  [
    0,
    1,
    [
      op.LOAD_BUILD_CLASS,
      op.LOAD_CLOSURE,
      op.LOAD_COMMON_CONSTANT,
      op.LOAD_CONST,
      op.LOAD_DEREF,
      op.LOAD_FAST,
      op.LOAD_FAST_AND_CLEAR,
      op.LOAD_FAST_BORROW,
      op.LOAD_FAST_CHECK,
      op.LOAD_LOCALS,
      op.LOAD_NAME,
      op.LOAD_SMALL_INT,
      op.PUSH_NULL,
      op.RETURN_GENERATOR,
      op.SETUP_FINALLY,
      op.SETUP_WITH,
    ],
  ],
  [0, 2, [op.LOAD_FAST_BORROW_LOAD_FAST_BORROW, op.LOAD_FAST_LOAD_FAST, op.SETUP_CLEANUP]],
  [
    1,
    0,
    [
      op.DELETE_ATTR,
      op.END_FOR,
      op.EXIT_INIT_CHECK,
      op.INSTRUMENTED_END_FOR,
      op.INSTRUMENTED_POP_ITER,
      op.INSTRUMENTED_POP_JUMP_IF_FALSE,
      op.INSTRUMENTED_POP_JUMP_IF_NONE,
      op.INSTRUMENTED_POP_JUMP_IF_NOT_NONE,
      op.INSTRUMENTED_POP_JUMP_IF_TRUE,
      op.INTERPRETER_EXIT,
      op.POP_EXCEPT,
      op.POP_ITER,
      op.POP_JUMP_IF_FALSE,
      op.POP_JUMP_IF_NONE,
      op.POP_JUMP_IF_NOT_NONE,
      op.POP_JUMP_IF_TRUE,
      op.POP_TOP,
      op.STORE_DEREF,
      op.STORE_FAST,
      op.STORE_FAST_MAYBE_NULL,
      op.STORE_GLOBAL,
      op.STORE_NAME,
    ],
  ],
  [
    1,
    1,
    [
      op.CALL_INTRINSIC_1,
      op.CONVERT_VALUE,
      op.FORMAT_SIMPLE,
      op.GET_AITER,
      op.GET_AWAITABLE,
      op.GET_ITER,
      op.GET_YIELD_FROM_ITER,
      op.INSTRUMENTED_RETURN_VALUE,
      op.INSTRUMENTED_YIELD_VALUE,
      op.JUMP_IF_FALSE,
      op.JUMP_IF_TRUE,
      op.LOAD_FROM_DICT_OR_DEREF,
      op.LOAD_FROM_DICT_OR_GLOBALS,
      op.MAKE_FUNCTION,
      op.RETURN_VALUE,
      op.STORE_FAST_LOAD_FAST,
      op.TO_BOOL,
      op.UNARY_INVERT,
      op.UNARY_NEGATIVE,
      op.UNARY_NOT,
      op.YIELD_VALUE,
    ],
  ],
  [
    1,
    2,
    [
      op.FOR_ITER,
      op.GET_ANEXT,
      op.GET_LEN,
      op.IMPORT_FROM,
      op.INSTRUMENTED_FOR_ITER,
      op.LOAD_SPECIAL,
      op.MATCH_MAPPING,
      op.MATCH_SEQUENCE,
      op.PUSH_EXC_INFO,
    ],
  ],
  [2, 0, [op.DELETE_SUBSCR, op.END_ASYNC_FOR, op.INSTRUMENTED_END_ASYNC_FOR, op.STORE_ATTR, op.STORE_FAST_STORE_FAST]],
  [
    2,
    1,
    [
      op.BINARY_OP,
      op.BUILD_TEMPLATE,
      op.CALL_INTRINSIC_2,
      op.COMPARE_OP,
      op.CONTAINS_OP,
      op.END_SEND,
      op.FORMAT_WITH_SPEC,
      op.IMPORT_NAME,
      op.INSTRUMENTED_END_SEND,
      op.IS_OP,
      op.SET_FUNCTION_ATTRIBUTE,
    ],
  ],
  [2, 2, [op.CHECK_EG_MATCH, op.CHECK_EXC_MATCH, op.SEND]],
  [2, 3, [op.MATCH_KEYS]],
  [3, 0, [op.STORE_SUBSCR]],
  [3, 1, [op.BINARY_SLICE, op.MATCH_CLASS]],
  [3, 2, [op.CLEANUP_THROW]],
  [4, 0, [op.STORE_SLICE]],
  [4, 1, [op.CALL_FUNCTION_EX, op.INSTRUMENTED_CALL_FUNCTION_EX]],
  [5, 6, [op.WITH_EXCEPT_START]],
];

const VARIABLE_EFFECTS: readonly number[] = [
  op.BUILD_INTERPOLATION,
  op.BUILD_LIST,
  op.BUILD_MAP,
  op.BUILD_SET,
  op.BUILD_SLICE,
  op.BUILD_STRING,
  op.BUILD_TUPLE,
  op.CALL,
  op.CALL_KW,
  op.COPY,
  op.DICT_MERGE,
  op.DICT_UPDATE,
  op.INSTRUMENTED_CALL,
  op.INSTRUMENTED_CALL_KW,
  op.INSTRUMENTED_LOAD_SUPER_ATTR,
  op.LIST_APPEND,
  op.LIST_EXTEND,
  op.LOAD_ATTR,
  op.LOAD_GLOBAL,
  op.LOAD_SUPER_ATTR,
  op.MAP_ADD,
  op.RAISE_VARARGS,
  op.RERAISE,
  op.SET_ADD,
  op.SET_UPDATE,
  op.SWAP,
  op.UNPACK_EX,
  op.UNPACK_SEQUENCE,
];

function makeTable(column: 0 | 1): Int8Array {
  const table = new Int8Array(512).fill(NONE);
  for (const effect of FIXED_EFFECTS) for (const opcode of effect[2]) table[opcode] = effect[column];
  for (const opcode of VARIABLE_EFFECTS) table[opcode] = VARIABLE;
  return table;
}

const POPPED = /* @__PURE__ */ makeTable(0);
const PUSHED = /* @__PURE__ */ makeTable(1);

/** The net effects of the opcodes that have a fixed one, without block pushes; `UNFIXED` for the others. */
const UNFIXED = 127;

function makeNetEffects(): Int8Array {
  const table = new Int8Array(512).fill(UNFIXED);
  for (let opcode = 0; opcode < table.length; opcode++) {
    const isBlockPush = (OPCODE_FLAGS[opcode]! & IS_BLOCK_PUSH_FLAG) !== 0;
    if (POPPED[opcode]! >= 0 && !isBlockPush) table[opcode] = PUSHED[opcode]! - POPPED[opcode]!;
  }
  return table;
}

const NET_EFFECTS = /* @__PURE__ */ makeNetEffects();

/** Values that an instruction takes from the stack; negative for an opcode that does not exist. */
export function numPopped(opcode: number, oparg: number): number {
  const popped = POPPED[opcode]!;
  return popped === VARIABLE ? variablePopped(opcode, oparg) : popped;
}

/** Values that an instruction puts on the stack; negative for an opcode that does not exist. */
export function numPushed(opcode: number, oparg: number): number {
  const pushed = PUSHED[opcode]!;
  return pushed === VARIABLE ? variablePushed(opcode, oparg) : pushed;
}

function variablePopped(opcode: number, oparg: number): number {
  switch (opcode) {
    case op.LOAD_GLOBAL:
      return 0;
    case op.LOAD_ATTR:
    case op.UNPACK_SEQUENCE:
    case op.UNPACK_EX:
      return 1;
    case op.LOAD_SUPER_ATTR:
    case op.INSTRUMENTED_LOAD_SUPER_ATTR:
      return 3;
    case op.BUILD_LIST:
    case op.BUILD_SET:
    case op.BUILD_SLICE:
    case op.BUILD_STRING:
    case op.BUILD_TUPLE:
    case op.COPY:
    case op.RAISE_VARARGS:
    case op.SWAP:
      return oparg;
    case op.BUILD_MAP:
      return oparg * 2;
    case op.BUILD_INTERPOLATION:
      return 2 + (oparg & 1);
    case op.LIST_APPEND:
    case op.LIST_EXTEND:
    case op.SET_ADD:
    case op.SET_UPDATE:
    case op.DICT_UPDATE:
    case op.RERAISE:
      return oparg + 1;
    case op.MAP_ADD:
    case op.CALL:
    case op.INSTRUMENTED_CALL:
      return oparg + 2;
    case op.CALL_KW:
    case op.INSTRUMENTED_CALL_KW:
      return oparg + 3;
    case op.DICT_MERGE:
      return oparg + 4;
    default:
      return NONE;
  }
}

function variablePushed(opcode: number, oparg: number): number {
  switch (opcode) {
    case op.RAISE_VARARGS:
      return 0;
    case op.BUILD_INTERPOLATION:
    case op.BUILD_LIST:
    case op.BUILD_MAP:
    case op.BUILD_SET:
    case op.BUILD_SLICE:
    case op.BUILD_STRING:
    case op.BUILD_TUPLE:
    case op.CALL:
    case op.CALL_KW:
    case op.INSTRUMENTED_CALL:
    case op.INSTRUMENTED_CALL_KW:
      return 1;
    case op.LOAD_ATTR:
    case op.LOAD_GLOBAL:
    case op.LOAD_SUPER_ATTR:
    case op.INSTRUMENTED_LOAD_SUPER_ATTR:
      return 1 + (oparg & 1);
    case op.LIST_APPEND:
    case op.LIST_EXTEND:
    case op.SET_ADD:
    case op.SET_UPDATE:
    case op.DICT_UPDATE:
    case op.MAP_ADD:
    case op.RERAISE:
    case op.SWAP:
    case op.UNPACK_SEQUENCE:
      return oparg;
    case op.COPY:
      return oparg + 1;
    case op.DICT_MERGE:
      return oparg + 3;
    case op.UNPACK_EX:
      return 1 + (oparg & 0xff) + (oparg >> 8);
    default:
      return NONE;
  }
}

/**
 * The change of stack depth over an instruction, when it jumps or when it does not; `undefined` for an opcode that does
 * not exist. Only block pushes differ: they push on the way to their handler.
 *
 * @cpython Python/flowgraph.c get_stack_effects (3.14)
 */
export function stackEffect(opcode: number, oparg: number, jump: boolean): number | undefined {
  const effect = NET_EFFECTS[opcode]!;
  if (effect !== UNFIXED) return effect;
  const popped = numPopped(opcode, oparg);
  const pushed = numPushed(opcode, oparg);
  if (popped < 0 || pushed < 0) return undefined;
  if (!jump && (OPCODE_FLAGS[opcode]! & IS_BLOCK_PUSH_FLAG) !== 0) return 0;
  return pushed - popped;
}
