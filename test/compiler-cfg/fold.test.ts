// Constant folding against the oracle: operators on pairs of constants of all types, edge cases included.
import { expect, it } from 'vitest';
import type { Constant } from '../../src/code/code-object.ts';
import { constantsFromOracle, optimizeHere, optimizeInOracle } from './instruction-list.ts';
import type { InstructionList, ListedInstruction } from './instruction-list.ts';

const NUMBERS = [
  ...['True', 'False', '0', '1', '2', '3', '-1', '-2', '7', '63', '64', '65', '127', '128', '129', '256', '4096', '-5'],
  ...['10**9', '2**53', '2**53+1', '2**63', '-2**63', '2**64', '2**100', '2**127', '2**128', '-2**128', '3**80'],
  ...['10**308', '10**309', '10**400', '0.0', '-0.0', '0.5', '-0.5', '1.0', '1.5', '-2.5', '3.0', '1e308', '1e-308'],
  ...['5e-324', '1e16', '123.456', '-7.25', 'float("inf")', '-float("inf")', 'float("nan")', '0.1', '1/3'],
  ...['0j', '1j', '-1j', '1+2j', 'complex(-0.0, -0.0)', 'complex(float("inf"), 1)', 'complex(1, float("inf"))'],
  ...['complex(float("nan"), 1)', '2.5-3.5j', '1e200+1e200j', 'complex(0.0, -0.0)'],
];
const SEQUENCES = [
  ...['""', '"a"', '"spam"', '"x"*100', '"h\\U0001F600"', '"\\ud800"', '"\\udc00"', '"é"', 'b""', 'b"a"', 'b"spam"'],
  ...['()', '(1,)', '(1, 2, 3)', '((1, 2), (3,))', '("a",)*50', 'tuple(range(256))', '((),)*20'],
];
const INDICES = [
  ...[
    'slice(None)',
    'slice(1, None)',
    'slice(None, -1)',
    'slice(None, None, -1)',
    'slice(None, None, 2)',
    'slice(0, 0)',
  ],
  ...['slice(10, -10, -3)', 'slice(None, None, 0)', 'slice(2**70, None)', 'slice(True, 3)', 'slice("a", None)'],
];
const OTHERS = ['None', '...'];
const ALL = [...NUMBERS, ...SEQUENCES, ...INDICES, ...OTHERS];

const NB_POWER = 8;
const NB_SUBSCR = 26;
const BINARY_OPARGS = [0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 12];

function listOf(constants: string[], ...operation: [name: string, oparg: number][]): InstructionList {
  const at = [1, 1, 0, 1] as const;
  const loads = constants.map((_, i): ListedInstruction => ['LOAD_CONST', i, ...at]);
  const operations = operation.map(([name, oparg]): ListedInstruction => [name, oparg, ...at]);
  return {
    instructions: [['RESUME', 0, ...at], ...loads, ...operations, ['RETURN_VALUE', 0, ...at]],
    constants,
    nlocals: 0,
  };
}

function binaryLists(
  lefts: readonly string[],
  rights: readonly string[],
  opargs: readonly number[],
): InstructionList[] {
  return lefts.flatMap((left) =>
    rights
      .filter((right) => right !== left)
      .flatMap((right) => opargs.map((oparg) => listOf([left, right], ['BINARY_OP', oparg]))),
  );
}

async function compare(lists: readonly InstructionList[]): Promise<void> {
  const values = await constantsFromOracle(ALL);
  const valueOf = new Map<string, Constant>(ALL.map((text, i) => [text, values[i]!]));
  const expected = await optimizeInOracle(lists);
  lists.forEach((list, i) => {
    const { constants, instructions } = list;
    const own = optimizeHere(
      list,
      constants.map((text) => valueOf.get(text)!),
    );
    expect(own.join('\n'), `${constants.join(', ')} ${instructions.map(String).join('; ')}`).toBe(
      expected[i]!.join('\n'),
    );
  });
}

it('folds binary operators on numbers', () =>
  // A third of all pairs, spread evenly.
  compare(
    binaryLists(NUMBERS, NUMBERS, BINARY_OPARGS).filter((_, i) => Math.floor(i / BINARY_OPARGS.length) % 3 === 0),
  ));

it('folds powers', () => {
  // Those whose last bit does not depend on the C library.
  const bases = NUMBERS.filter((text) => !/^(10\*\*|1e|5e|3\*\*|0\.1|1\/3|123)/.test(text));
  const exponents = NUMBERS.filter((text) => /^-?(True|False|\d+|[0-3]\.0|float\(.*\))$/.test(text));
  const isComplex = (text: string): boolean => /j|complex/.test(text);
  // Its powers above 100 and of infinity go through the sine of the C library.
  const depends = ([base, exponent]: readonly string[]): boolean =>
    isComplex(base!) && !(/True|False/.test(exponent!) || Math.abs(Number(exponent)) <= 100);
  return compare(binaryLists(bases, exponents, [NB_POWER]).filter(({ constants }) => !depends(constants)));
});

it('folds operators on text, bytes and tuples', () =>
  compare([
    ...binaryLists(SEQUENCES, [...SEQUENCES, ...OTHERS], [0, 5, 6]),
    ...binaryLists(SEQUENCES, ['True', '0', '1', '2', '3', '-1', '7', '64', '128', '4096', '1.5', '10**9'], [5]),
    ...binaryLists(['2', 'False', '256'], SEQUENCES, [0, 5]),
    ...binaryLists(SEQUENCES, [...INDICES, 'True', '0', '1', '3', '-1', '256', '2**100', '1.5', 'None'], [NB_SUBSCR]),
  ]));

it('folds unary operators', () =>
  compare(
    ALL.flatMap((text) => [
      listOf([text], ['UNARY_NEGATIVE', 0]),
      listOf([text], ['UNARY_INVERT', 0]),
      listOf([text], ['UNARY_NOT', 0]),
      listOf([text], ['CALL_INTRINSIC_1', 5]),
      listOf([text], ['TO_BOOL', 0]),
    ]),
  ));

it('makes frozensets of what Python holds equal', () =>
  compare(
    [
      listOf(['1', 'True', '1.0', '2', '-0.0', '0', '0j'], ['BUILD_SET', 7], ['CONTAINS_OP', 0]),
      listOf(['float("nan")', '(1,)', '""', 'b""', 'None', '...'], ['BUILD_SET', 6], ['CONTAINS_OP', 0]),
      listOf(['"h\\U0001F600"', '"a"', 'b"a"', '(1,)', 'slice(1, None)'], ['BUILD_SET', 5], ['GET_ITER', 0]),
    ].map(withOperandBefore),
  ));

/** `CONTAINS_OP` wants something below the set. */
function withOperandBefore(list: InstructionList): InstructionList {
  const [resume, ...rest] = list.instructions;
  return { ...list, instructions: [resume!, ['LOAD_NAME', 0, 1, 1, 0, 1], ...rest], nlocals: 0 };
}
