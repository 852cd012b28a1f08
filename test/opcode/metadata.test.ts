// Opcode properties and stack effects, compared with what the oracle's own tables say.
import { describe, expect, it } from 'vitest';
import { CACHE_ENTRIES, hasArg, hasJump, OPCODES, OPCODE_NAMES, stackEffect } from '../../src/opcode/index.ts';
import { runInOracle } from '../support/oracle.mjs';

const OPARGS = [0, 1, 2, 3, 5, 258, 770];

describe('opcode metadata', () => {
  it('has the stack effects of CPython', async () => {
    const requests = OPCODES.map(({ opcode }) => [opcode, hasArg(opcode)]);
    const effects: (number | null)[][] = await runInOracle(
      `
import _opcode
def effect(opcode, oparg, jump):
    try:
        return _opcode.stack_effect(opcode, oparg, jump=jump)
    except ValueError:
        return None
[[effect(opcode, oparg if has_arg else None, jump) for oparg in opargs for jump in (False, True)]
 for opcode, has_arg in requests]
`,
      { requests, opargs: OPARGS },
    );
    OPCODES.forEach(({ opcode, name }, i) => {
      const own = OPARGS.flatMap((oparg) => [false, true].map((jump) => stackEffect(opcode, oparg, jump) ?? null));
      expect(own, name).toEqual(effects[i]!.map((effect) => effect ?? null));
    });
  });

  it('has names, caches and jumps of CPython', async () => {
    const [names, caches, jumps]: [string[], [string, number][], number[]] = await runInOracle(`
import opcode
[opcode.opname, list(opcode._inline_cache_entries.items()), opcode.hasjrel + opcode.hasjabs]
`);
    const known = new Set(OPCODES.map(({ opcode }) => opcode));
    names.forEach((name, opcode) => {
      if (known.has(opcode)) expect(OPCODE_NAMES[opcode]).toBe(name);
    });
    for (const { name, opcode } of OPCODES) {
      const entry = caches.find(([cached]) => cached === name);
      if (opcode < 234) expect(CACHE_ENTRIES[opcode], name).toBe(entry?.[1] ?? 0);
    }
    for (const opcode of jumps) if (known.has(opcode)) expect(hasJump(opcode), OPCODE_NAMES[opcode]!).toBe(true);
  });
});
