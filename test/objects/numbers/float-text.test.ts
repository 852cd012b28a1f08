/** Text of floats against the oracle: shortest digits, any number of digits, ties, hexadecimal. */
import { describe, expect, it } from 'vitest';
import { runInOracle } from '../../support/oracle.mjs';
import {
  floatFromHex,
  floatRepr,
  floatRoundDigits,
  floatToHex,
  formatFloat,
  type FloatConversion,
} from '../../../src/objects/float/index.ts';

const CASES = `
import json, random, struct
r = random.Random(99)
def number():
    k = r.randrange(5)
    if k == 0: return struct.unpack('<d', struct.pack('<Q', r.getrandbits(64)))[0]
    if k == 1: return r.randrange(-4096, 4096) / 2**r.randrange(12)
    if k == 2: return r.uniform(-1, 1) * 10**r.randrange(-30, 30)
    if k == 3: return float('%de%d' % (r.randrange(1, 1000), r.randrange(-300, 300)))
    return round(r.uniform(-1000, 1000), r.randrange(5))
rows = []
for _ in range(3000):
    x = number()
    if x != x or x in (float('inf'), float('-inf')): continue
    n = r.choice([0, 1, 2, 3, 6, 12, 16, 17, 20, 40])
    d = r.randrange(-8, 20)
    try: rounded = round(x, d).hex()
    except OverflowError: rounded = None
    rows.append([x.hex(), repr(x), n, '%.*e' % (n, x), '%.*f' % (n, x), '%.*g' % (n, x), d, rounded])
json.dumps(rows)
`;

type Row = [string, string, number, string, string, string, number, string | null];

describe('float text', () => {
  it('is the text that the oracle writes', async () => {
    for (const [hex, repr, precision, e, f, g, digits, rounded] of JSON.parse(await runInOracle(CASES)) as Row[]) {
      const x = floatFromHex(hex);
      expect(floatToHex(x)).toBe(hex);
      expect(floatRepr(x)).toBe(repr);
      const text = (conversion: FloatConversion): string => formatFloat(x, conversion, precision);
      expect([text('e'), text('f'), text('g')]).toEqual([e, f, g]);
      if (rounded !== null) expect(floatToHex(floatRoundDigits(x, digits))).toBe(rounded);
    }
  });
});
