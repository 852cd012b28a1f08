// How deeply programs may be nested. The limits are those of native CPython 3.14.8; the oracle's, which has a smaller
// stack, are others. The command's stack must hold what is within them.
import { expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';

/** The deepest nesting that compiles, by what is nested. */
const DEEPEST: readonly (readonly [name: string, depth: number, program: (depth: number) => string])[] = [
  ['minus', 5968, (n) => `${'-'.repeat(n)}1`],
  ['tilde', 5969, (n) => `${'~'.repeat(n)}x`],
  ['not', 5969, (n) => `${'not '.repeat(n)}x`],
  ['power', 2984, (n) => `${'x**'.repeat(n)}x`],
  ['lambda', 2984, (n) => `${'lambda: '.repeat(n)}1`],
  ['default of a lambda', 746, (n) => `${'lambda x='.repeat(n)}1${': 1'.repeat(n)}`],
  ['conditional', 5969, (n) => `${'x if y else '.repeat(n)}z`],
  ['elif', 5965, (n) => `if x: pass\n${'elif y: pass\n'.repeat(n)}`],
];

function complaint(source: string): string | null {
  try {
    compile(source, '<test>', 'exec');
    return null;
  } catch (error) {
    if (error instanceof SyntaxDiagnostic) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

test.each(DEEPEST)('%s, %i deep', (_name, depth, program) => {
  expect(complaint(program(depth))).toBe(null);
  expect(complaint(program(depth + 1))).toBe(
    'MemoryError: Parser stack overflowed - Python source too complex to parse',
  );
});

test('brackets and blocks', () => {
  expect(complaint('('.repeat(199) + ')'.repeat(199))).toBe(null);
  expect(complaint('['.repeat(200) + ']'.repeat(200))).toBe(null);
  expect(complaint('('.repeat(201))).toBe('SyntaxError: too many nested parentheses');
  const blocks = (n: number): string =>
    Array.from({ length: n }, (_, i) => `${' '.repeat(i)}if x:\n`).join('') + `${' '.repeat(n)}pass\n`;
  expect(complaint(blocks(99))).toBe(null);
  expect(complaint(blocks(100))).toBe('IndentationError: too many levels of indentation');
});

test.each([
  ['operators', (n: number): string => `x${'+x'.repeat(n)}`],
  ['calls', (n: number): string => `f${'()'.repeat(n)}`],
  ['attributes', (n: number): string => `x${'.a'.repeat(n)}`],
  ['statements', (n: number): string => 'x = 1\n'.repeat(n)],
  ['literals', (n: number): string => `x = (${"'a' ".repeat(n)})`],
])('10,000 %s in a row', (_name, program) => {
  expect(complaint(program(10_000))).toBe(null);
});
