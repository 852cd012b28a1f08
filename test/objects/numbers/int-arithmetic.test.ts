/** Integer primitives against the oracle, on pseudo-random operands with a fixed seed. */
import { describe, expect, it } from 'vitest';
import { runInOracle } from '../../support/oracle.mjs';
import {
  intAdd,
  intAnd,
  intBitLength,
  intDivmod,
  intFloorDivide,
  intFromBytes,
  intInvert,
  intLshift,
  intModulo,
  intMultiply,
  intOr,
  intPowerModulo,
  intRshift,
  intSubtract,
  intToBytes,
  intToDecimal,
  intTrueDivide,
  intXor,
  normalizeBigInt,
  parseIntText,
  type Int,
} from '../../../src/objects/int/index.ts';

const CASES = `
import json, random
r = random.Random(2024)
def integer():
    n = r.choice([r.getrandbits(8), r.getrandbits(31), 2**53 + r.randrange(-2, 3), r.getrandbits(53), r.getrandbits(64),
                  r.getrandbits(r.randrange(1, 300)), 2**r.randrange(130) + r.randrange(-1, 2)])
    return n * r.choice([1, -1])
rows = []
for _ in range(2000):
    a, b, s = integer(), integer() or 1, r.randrange(140)
    m = abs(integer()) + 1
    try: quotient = (a / b).hex()
    except OverflowError: quotient = None
    rows.append([str(v) for v in (a, b, s, m, a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, a << s, a >> s, ~a,
                                  pow(a, abs(b), m), a.bit_length())] + [quotient, a.to_bytes(40, 'little', signed=True).hex()])
json.dumps(rows)
`;

const int = (text: string): Int => normalizeBigInt(BigInt(text));

/** Canonical form: a number exactly when it is safe. */
function isCanonical(value: Int): boolean {
  return typeof value === 'number'
    ? Number.isSafeInteger(value) && !Object.is(value, -0)
    : normalizeBigInt(value) === value;
}

describe('integer arithmetic', () => {
  it('gives what the oracle gives, in canonical form', async () => {
    const rows = JSON.parse(await runInOracle(CASES)) as (string | null)[][];
    for (const row of rows) {
      const [a, b, s, m] = row.slice(0, 4).map((text) => int(text!)) as [Int, Int, Int, Int];
      const results = [
        intAdd(a, b),
        intSubtract(a, b),
        intMultiply(a, b),
        intFloorDivide(a, b),
        intModulo(a, b),
        intAnd(a, b),
        intOr(a, b),
        intXor(a, b),
        intLshift(a, s),
        intRshift(a, s),
        intInvert(a),
        intPowerModulo(a, b < 0 ? normalizeBigInt(-BigInt(b)) : b, m),
        intBitLength(a),
      ];
      expect(results.map(intToDecimal)).toEqual(row.slice(4, 17));
      for (const result of results) expect(isCanonical(result)).toBe(true);
      expect(intDivmod(a, b)).toEqual([intFloorDivide(a, b), intModulo(a, b)]);
      if (row[17] !== null) expect(intTrueDivide(a, b)).toBe(hexToNumber(row[17]!));
      const bytes = intToBytes(a, 40, true, true);
      expect(Buffer.from(bytes).toString('hex')).toBe(row[18]);
      expect(intFromBytes(bytes, true, true)).toBe(a);
    }
  });

  it('reads digits of every base', () => {
    for (let base = 2; base <= 36; base++) {
      const value = 123456789012345678901234567890n;
      expect(parseIntText(value.toString(base), base)).toBe(value);
      expect(parseIntText(`-${(255).toString(base)}`, base)).toBe(-255);
    }
    expect(parseIntText('1__0', 10)).toBe(undefined);
    expect(parseIntText('010', 0)).toBe(undefined);
    expect(parseIntText('0x_f', 0)).toBe(15);
  });
});

function hexToNumber(hex: string): number {
  const match = /^(-?)0x([01])\.([0-9a-f]+)p([+-]\d+)$/.exec(hex)!;
  const magnitude = (Number(match[2]) + parseInt(match[3]!, 16) / 16 ** match[3]!.length) * 2 ** Number(match[4]);
  return match[1] === '-' ? -magnitude : magnitude;
}
