/** Bad programs: the complaint, its place and its line are those of the oracle. */
import { describe, expect, test } from 'vitest';
import { isAboutNotEqual } from '../support/later-complaints.ts';
import {
  ALLOW_INCOMPLETE_INPUT,
  DONT_IMPLY_DEDENT,
  oracleOutcomes,
  parseOutcome,
  type Program,
  TYPE_COMMENTS,
} from '../support/parse-outcome.ts';
import { readPrograms } from '../support/program-list.ts';

const bad = readPrograms(new URL('bad-programs.txt', import.meta.url));
const seeds = readPrograms(new URL('seed-programs.txt', import.meta.url));
const NO_NAMES = new Map<string, number>();

async function compare(programs: readonly Program[]): Promise<number> {
  const wanted = await oracleOutcomes(programs);
  const differences: unknown[] = [];
  let complaints = 0;
  programs.forEach((program, i) => {
    const want = wanted[i]!;
    // A future statement that CPython does not know is the compiler's business.
    if (typeof want[1] === 'string' && /^future feature|^not a chance/.test(want[1])) return;
    // See DEVIATION in src/parser/diagnose/literal-checker.ts.
    if (want[0] === 'UnicodeDecodeError') return;
    if (want[0] !== 'ok' && isAboutNotEqual(program[0])) return;
    // CPython loses the text of some debug expressions and then refuses its own tree.
    if (want[0] === 'ValueError') return;
    if (want[0] !== 'ok') complaints++;
    const got = parseOutcome(program, NO_NAMES);
    if (JSON.stringify(got) !== JSON.stringify(want)) differences.push({ program, got, want });
  });
  expect(differences).toEqual([]);
  return complaints;
}

/** Numbers that are the same in every run (a linear congruential generator). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SNIPPETS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  '=',
  '==',
  ':=',
  '*',
  '**',
  '.',
  '...',
  ' if ',
  ' else ',
  ' for ',
  ' in ',
  ' not ',
  ' is ',
  'lambda ',
  'yield ',
  'await ',
  'async ',
  'def ',
  'class ',
  'return ',
  'import ',
  'from ',
  ' as ',
  'with ',
  'try:',
  'except ',
  'finally:',
  'raise ',
  'del ',
  'pass',
  'match ',
  'case ',
  'type ',
  'print ',
  '1',
  'x',
  '"s"',
  'f"{x}"',
  'f"{x',
  '"',
  "'",
  '\\',
  '\n',
  '    ',
  '0777',
  '1a',
  '$',
  '?',
  '!',
  '->',
  '@',
  '+',
  '-',
  '/',
  '%',
  '~',
  '|',
  '<',
  '+=',
  ';',
  'None',
  'global ',
  'assert ',
  'b"x"',
  't"{x}"',
  'elif ',
  '\t',
  '\n  ',
  '# c\n',
  'é',
  '€',
  '0x',
  '1_',
  '"\\x"',
  '"""',
  'f"""',
  '{x=!r}',
  'a b',
  '*a',
  '**a',
  'a:=1',
  'a=1',
  '1if 2',
  ' and ',
  ' or ',
  '_',
  '\f',
];

function mutants(count: number, seed: number, mode: Program[1], flags: number): Program[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const source = seeds[random(seeds.length)]!;
    const from = random(source.length + 1);
    const to = Math.min(source.length, from + 1 + random(3));
    const snippet = SNIPPETS[random(SNIPPETS.length)]!;
    switch (random(4)) {
      case 0:
        return [source.slice(0, from) + source.slice(to), mode, flags];
      case 1:
        return [source.slice(0, from) + snippet + source.slice(from), mode, flags];
      case 2:
        return [source.slice(0, from) + snippet + source.slice(to), mode, flags];
      default:
        return [source.slice(0, from), mode, flags];
    }
  });
}

describe('complaints', () => {
  test('every listed bad program', async () => {
    const complaints = await compare(bad.map((source) => [source, 'exec', 0]));
    expect(complaints).toBeGreaterThan(380);
  });

  test('the same as interactive statements and as expressions', async () => {
    await compare(bad.map((source) => [source, 'single', 0]));
    await compare(bad.map((source) => [source, 'eval', 0]));
    await compare(bad.map((source) => [source.trimEnd(), 'single', 0]));
  });

  test('input that may go on', async () => {
    await compare(bad.map((source) => [source, 'single', ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT]));
    await compare(mutants(1500, 3, 'single', ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT));
  });

  test('random changes to good programs', async () => {
    expect(await compare(mutants(5000, 1, 'exec', 0))).toBeGreaterThan(2500);
  });

  test('random changes with type comments', async () => {
    await compare(mutants(1500, 2, 'exec', TYPE_COMMENTS));
  });
});
