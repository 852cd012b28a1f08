/** What CPython calls an expression when it complains of it, and which part of one cannot be a target. */
import * as T from '../../lexer/token.ts';
import type { Machine, Match } from './machine.ts';

const NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  TemplateStr: 't-string expression',
  Interpolation: 't-string expression',
  Constant: 'literal',
  Bytes: 'literal',
  None: 'None',
  True: 'True',
  False: 'False',
  Ellipsis: 'ellipsis',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

/** @cpython Parser/action_helpers.c _PyPegen_get_expr_name (3.14) */
export function expressionName(machine: Machine, match: Match): string {
  if (match.kind === 'token') return machine.kinds[match.start] === T.NAME ? 'name' : 'literal';
  return NAMES[match.kind] ?? 'expression';
}

export type TargetUse = 'assign' | 'loop' | 'delete';

/** The part of an expression that cannot be a target, or null. @cpython Parser/action_helpers.c _PyPegen_get_invalid_target (3.14) */
export function invalidTarget(machine: Machine, match: Match, use: TargetUse): Match | null {
  switch (match.kind) {
    case 'List':
    case 'Tuple':
      for (const item of elements(match)) {
        const culprit = invalidTarget(machine, item, use);
        if (culprit !== null) return culprit;
      }
      return null;
    case 'Starred':
      return use === 'delete' ? match : invalidTarget(machine, match.a!, use);
    case 'Compare':
      if (use !== 'loop') return match;
      // In `for a in b` the target reads as a comparison.
      return match.b!.parts[0]!.kind === 'InComparison' ? invalidTarget(machine, match.a!, use) : null;
    case 'Attribute':
    case 'Subscript':
      return null;
    case 'token':
      return machine.kinds[match.start] === T.NAME ? null : match;
    default:
      return match;
  }
}

/** The items of a list or tuple: one list of them, or the first and a list of the others. */
function elements(match: Match): readonly Match[] {
  const { a, b } = match;
  if (a === null || a.kind === 'nothing') return [];
  if (a.kind === 'list') return a.parts;
  return b === null ? [a] : [a, ...b.parts];
}

/** The last expression of a list of `for … if …` clauses. @cpython Parser/action_helpers.c _PyPegen_get_last_comprehension_item (3.14) */
export function lastOfComprehension(clauses: Match): Match {
  const last = clauses.parts.at(-1)!;
  return last.b === null || last.b.parts.length === 0 ? last.a! : last.b.parts.at(-1)!;
}
