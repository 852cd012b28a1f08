/** How `co_code` is decoded for the eval loop. */
import { describe, expect, it } from 'vitest';
import { decodeInstructions, internalOp } from '../../src/objects/function/opcode-decoding.ts';
import { op } from '../../src/opcode/python-3.14.generated.ts';

const decode = (...bytes: number[]) => decodeInstructions(Uint8Array.from(bytes));

describe('decodeInstructions', () => {
  it('drops inline caches and makes operations of arguments', () => {
    const decoded = decode(op.RESUME, 0, op.BINARY_OP, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, op.RETURN_VALUE, 0);
    expect([...decoded.ops]).toEqual([op.RESUME, internalOp.ADD, op.RETURN_VALUE, op.RESERVED]);
    expect([...decoded.args]).toEqual([0, 13, 0, 0]);
    expect([...decoded.units]).toEqual([0, 1, 7, 8]);
  });

  it('folds EXTENDED_ARG', () => {
    const decoded = decode(op.EXTENDED_ARG, 1, op.EXTENDED_ARG, 2, op.LOAD_CONST, 3);
    expect([...decoded.ops]).toEqual([op.LOAD_CONST, op.RESERVED]);
    expect(decoded.args[0]).toBe(0x010203);
    expect([...decoded.indexOfUnit]).toEqual([0, 0, 0, 1]);
  });

  it('turns jumps into instruction indices', () => {
    const decoded = decode(
      ...[op.NOP, 0],
      ...[op.POP_JUMP_IF_FALSE, 1, 0, 0],
      ...[op.NOP, 0],
      ...[op.JUMP_BACKWARD, 6, 0, 0],
      ...[op.RETURN_VALUE, 0],
    );
    expect([...decoded.ops]).toEqual([
      op.NOP,
      op.POP_JUMP_IF_FALSE,
      op.NOP,
      op.JUMP_BACKWARD,
      op.RETURN_VALUE,
      op.RESERVED,
    ]);
    expect(decoded.args[1]).toBe(3);
    expect(decoded.args[3]).toBe(0);
  });

  it('sends jumps out of the code to the final invalid operation', () => {
    const decoded = decode(op.JUMP_FORWARD, 200, op.JUMP_BACKWARD, 100, 0, 0);
    expect([...decoded.args]).toEqual([2, 2, 0]);
  });

  it('maps instrumented opcodes to their base', () => {
    expect(decode(op.INSTRUMENTED_RETURN_VALUE, 0).ops[0]).toBe(op.RETURN_VALUE);
  });

  it('tells method loads, comparisons, identity and membership apart', () => {
    const zeros = (count: number) => new Array<number>(count * 2).fill(0);
    const decoded = decode(
      ...[op.LOAD_ATTR, 3, ...zeros(9)],
      ...[op.LOAD_ATTR, 2, ...zeros(9)],
      ...[op.COMPARE_OP, (4 << 5) | 16, ...zeros(1)],
      ...[op.IS_OP, 1],
      ...[op.CONTAINS_OP, 0, ...zeros(1)],
    );
    expect([...decoded.ops]).toEqual([
      internalOp.LOAD_METHOD,
      op.LOAD_ATTR,
      internalOp.COMPARE_GT,
      internalOp.IS_NOT,
      internalOp.CONTAINS,
      op.RESERVED,
    ]);
  });
});
