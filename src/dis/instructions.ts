/**
 * The instructions of a code object, as `dis.get_instructions` gives them: prefixes folded into arguments, arguments
 * resolved to text, jump targets as offsets. Any bytes can be taken apart, also such as no compiler would make.
 *
 * @cpython Lib/dis.py (3.14)
 */
import { op, OPCODES, SPECIALIZED } from '../opcode/index.ts';

/** One instruction. Offsets are bytes into `co_code`. */
export interface Instruction {
  readonly offset: number;
  readonly opcode: number;
  /** The opcode that a specialised one stands for; else the same. */
  readonly baseOpcode: number;
  readonly name: string;
  /** The argument with its prefixes, as a signed 32-bit number; `undefined` where the opcode has none. */
  readonly oparg: number | undefined;
  /** Number of inline cache entries (code units) after it. */
  readonly caches: number;
  readonly target: number | undefined;
}

/** Names and sizes (in code units) of the inline caches. @cpython Lib/opcode.py _cache_format (3.14) */
const CACHE_FORMAT: Readonly<Record<number, readonly (readonly [name: string, size: number])[]>> = {
  [op.LOAD_GLOBAL]: [['counter', 1], ['index', 1], ['module_keys_version', 1], ['builtin_keys_version', 1]],
  [op.BINARY_OP]: [['counter', 1], ['descr', 4]],
  [op.UNPACK_SEQUENCE]: [['counter', 1]],
  [op.COMPARE_OP]: [['counter', 1]],
  [op.CONTAINS_OP]: [['counter', 1]],
  [op.FOR_ITER]: [['counter', 1]],
  [op.LOAD_SUPER_ATTR]: [['counter', 1]],
  [op.LOAD_ATTR]: [['counter', 1], ['version', 2], ['keys_version', 2], ['descr', 4]],
  [op.STORE_ATTR]: [['counter', 1], ['version', 2], ['index', 1]],
  [op.CALL]: [['counter', 1], ['func_version', 2]],
  [op.CALL_KW]: [['counter', 1], ['func_version', 2]],
  [op.STORE_SUBSCR]: [['counter', 1]],
  [op.SEND]: [['counter', 1]],
  [op.JUMP_BACKWARD]: [['counter', 1]],
  [op.TO_BOOL]: [['counter', 1], ['version', 2]],
  [op.POP_JUMP_IF_TRUE]: [['counter', 1]],
  [op.POP_JUMP_IF_FALSE]: [['counter', 1]],
  [op.POP_JUMP_IF_NONE]: [['counter', 1]],
  [op.POP_JUMP_IF_NOT_NONE]: [['counter', 1]],
}; // prettier-ignore

/** The inline caches of an opcode. */
export function cacheFormat(opcode: number): readonly (readonly [name: string, size: number])[] {
  return CACHE_FORMAT[opcode] ?? [];
}

interface OpcodeEntry {
  readonly name: string;
  readonly baseOpcode: number;
  readonly hasArg: boolean;
  readonly isJump: boolean;
  readonly caches: number;
}

/** What is known of the opcode of every byte. */
function makeOpcodeEntries(): OpcodeEntry[] {
  const infos = OPCODES.filter(({ opcode }) => opcode < 256);
  const entries: OpcodeEntry[] = Array.from({ length: 256 }, (_, opcode) => ({
    name: `<${opcode}>`,
    baseOpcode: opcode,
    hasArg: false,
    isJump: false,
    caches: 0,
  }));
  for (const { name, opcode, flags } of infos) {
    entries[opcode] = {
      name,
      baseOpcode: opcode,
      hasArg: flags.includes('a'),
      isJump: flags.includes('j'),
      caches: cacheFormat(opcode).reduce((sum, [, size]) => sum + size, 0),
    };
  }
  for (const [name, opcode] of Object.entries(SPECIALIZED)) {
    // A specialised opcode is named after what it specialises.
    let base: OpcodeEntry | undefined;
    for (const info of infos)
      if (name.startsWith(`${info.name}_`) && info.name.length > (base?.name.length ?? 0)) base = entries[info.opcode];
    entries[opcode] = { ...(base ?? entries[opcode]!), name };
  }
  return entries;
}

const ENTRIES: readonly OpcodeEntry[] = makeOpcodeEntries();

function jumpTarget(entry: OpcodeEntry, oparg: number, offset: number): number | undefined {
  if (!entry.isJump) return undefined;
  const opcode = entry.baseOpcode;
  const isBackward =
    opcode === op.JUMP_BACKWARD || opcode === op.JUMP_BACKWARD_NO_INTERRUPT || opcode === op.END_ASYNC_FOR;
  return offset + 2 + (isBackward ? -oparg : oparg) * 2 + 2 * entry.caches;
}

/** Every instruction of bytecode, prefixes among them, caches left out. */
export function unpackInstructions(code: Uint8Array): Instruction[] {
  const instructions: Instruction[] = [];
  let prefix = 0;
  for (let offset = 0; offset < code.length; offset += 2) {
    const opcode = code[offset]!;
    const entry = ENTRIES[opcode]!;
    let oparg: number | undefined;
    if (entry.hasArg) {
      oparg = (code[offset + 1] ?? 0) | prefix;
      prefix = entry.baseOpcode === op.EXTENDED_ARG ? oparg << 8 : 0;
    } else prefix = 0;
    instructions.push({
      offset,
      opcode,
      baseOpcode: entry.baseOpcode,
      name: entry.name,
      oparg,
      caches: entry.caches,
      target: oparg === undefined ? undefined : jumpTarget(entry, oparg, offset),
    });
    offset += entry.caches * 2;
  }
  return instructions;
}
