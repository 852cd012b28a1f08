/**
 * What happens when an alternative of the grammar tables has matched: a node is made, a match is passed on, or a
 * complaint is raised. Returning null refuses the match; the rule then fails without trying its other alternatives, as
 * in the generated C.
 */
import { assert } from '../../base/assert.ts';
import * as T from '../../lexer/token.ts';
import { type Machine, makeMatch, type Match } from './machine.ts';
import { expressionName, invalidTarget, lastOfComprehension, type TargetUse } from './expression-name.ts';

export type Action = (
  machine: Machine,
  start: number,
  a: Match | null,
  b: Match | null,
  c: Match | null,
) => Match | null;

/** Makes the action that stands after an `->`. */
export function makeAction(words: readonly string[]): Action {
  const first = words[0]!;
  if (first === '$') {
    const name = words[1]!;
    return (_machine, _start, a, b, c) => (name === 'a' ? a : name === 'b' ? b : c);
  }
  switch (first) {
    case 'act': {
      const action = ACTIONS[words[1]!];
      assert(action !== undefined, `grammar: no action ${words[1]!}`);
      return action;
    }
    case 'since':
      return sinceAction(words);
    case 'at': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.range(a!, a!, message(machine, a, b));
    }
    case 'range': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.range(a!, b!, message(machine, a, b));
    }
    case 'from': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.from(a!, message(machine, a, b));
    }
    case 'last': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.last(message(machine, a, b));
    }
    case 'next': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.next(message(machine, a, b));
    }
    case 'indent': {
      const message = messageMaker(words.at(-1)!);
      return (machine, _start, a, b) => machine.complaints.last(message(machine, a, b), 'IndentationError');
    }
    case 'target':
      return targetAction(words[2] as TargetUse);
    default:
      return nodeAction(first);
  }
}

function nodeAction(kind: string): Action {
  return (machine, start, a, b) => makeMatch(kind, start, machine.lastToken(), undefined, a, b);
}

/** `since(6) "…"`, and the kind of node if one is to be made. */
function sinceAction(words: readonly string[]): Action {
  const version = Number(words[2]);
  const what = JSON.parse(words[4]!) as string;
  const make = nodeAction(words[5] ?? 'group');
  return (machine, start, a, b, c) => {
    if (machine.featureVersion < version) {
      machine.complaints.last(`${what} only supported in Python 3.${version} and greater`);
    }
    return make(machine, start, a, b, c);
  };
}

/** RAISE_SYNTAX_ERROR_INVALID_TARGET */
function targetAction(use: TargetUse): Action {
  const verb = use === 'delete' ? 'delete' : 'assign to';
  return (machine, _start, a) => {
    const culprit = invalidTarget(machine, a!, use);
    if (culprit === null) return null;
    return machine.complaints.range(culprit, culprit, `cannot ${verb} ${expressionName(machine, culprit)}`);
  };
}

type MessageMaker = (machine: Machine, a: Match | null, b: Match | null) => string;

/** Fills in `{a}` (what kind of expression it is), `{a.text}` and `{a.line}`. */
function messageMaker(quoted: string): MessageMaker {
  const template = JSON.parse(quoted) as string;
  if (!template.includes('{a')) return () => template;
  return (machine, a) =>
    template
      .replace('{a.line}', () => String(machine.lexer.tokens.line[a!.start]!))
      .replace('{a.text}', () => machine.textOf(a!.start))
      .replace('{a}', () => expressionName(machine, a!));
}

function listOf(match: Match | null): readonly Match[] {
  return match === null || match.kind !== 'list' ? [] : match.parts;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  interactive_exit: () => null,

  /** @cpython Parser/action_helpers.c _PyPegen_checked_future_import (3.14) */
  future_import: (machine, start, a, b, c) => {
    if (b !== null && b.start === b.end && machine.textOf(b.start) === '__future__') {
      if (listOf(c).some((name) => machine.textOf(name.start) === 'barry_as_FLUFL')) machine.barryAsFlufl = true;
    }
    return makeMatch('group', start, machine.lastToken(), undefined, a, b);
  },

  /** @cpython Parser/action_helpers.c _PyPegen_check_barry_as_flufl (3.14) */
  check_barry: (machine, _start, a) => {
    const spelling = machine.textOf(a!.start);
    if (machine.barryAsFlufl) {
      if (spelling !== '<>') machine.complaints.last("with Barry as BDFL, use '<>' instead of '!='");
      return a;
    }
    return spelling === '!=' ? a : null;
  },

  old_not_equal: (machine, _start, a, b) => {
    const { tokens } = machine.lexer;
    if (tokens.end[a!.start] !== tokens.start[b!.start]) return null;
    return machine.complaints.range(a!, b!, "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
  },

  ensure_real: (machine, _start, a) => {
    if (/[jJ]$/.test(machine.textOf(a!.start))) {
      machine.complaints.range(a!, a!, 'real number required in complex literal');
    }
    return a;
  },
  ensure_imaginary: (machine, _start, a) => {
    if (!/[jJ]$/.test(machine.textOf(a!.start))) {
      machine.complaints.range(a!, a!, 'imaginary number required in complex literal');
    }
    return a;
  },

  string_constant: (machine, start, a) => {
    const isBytes = machine.literals.checkString(a!.start, machine.complaints);
    return makeMatch(isBytes ? 'Bytes' : 'Constant', start, start);
  },
  decode_middle: (machine, _start, a) => {
    machine.literals.checkMiddle(a!.start, false, true, machine.complaints);
    return a;
  },
  joined_str: (machine, start, a, b, c) => checkedParts(machine, start, a!, b!, c!, 'JoinedStr'),
  template_str: (machine, start, a, b, c) => {
    const parts = checkedParts(machine, start, a!, b!, c!, 'TemplateStr');
    if (machine.featureVersion < 14) {
      machine.complaints.last('t-strings are only supported in Python 3.14 and greater');
    }
    return parts;
  },
  concatenate: (machine, start, a) => {
    const parts = listOf(a);
    const hasBytes = parts.some((part) => part.kind === 'Bytes');
    if (hasBytes && parts.some((part) => part.kind !== 'Bytes')) {
      machine.complaints.last('cannot mix bytes and nonbytes literals');
    }
    const kind = parts.some((part) => part.kind === 'JoinedStr') ? 'JoinedStr' : 'Constant';
    return makeMatch(kind, start, machine.lastToken());
  },
  /** @cpython Parser/action_helpers.c _PyPegen_check_fstring_conversion (3.14) */
  check_conversion: (machine, start, a, b) => {
    const { tokens } = machine.lexer;
    const mark = a!.start;
    const name = b!.start;
    const prefix = machine.stringPrefix(mark);
    if (tokens.end[mark] !== tokens.start[name]) {
      machine.complaints.range(a!, b!, `${prefix}-string: conversion type must come right after the exclamation mark`);
    }
    const letter = machine.textOf(name);
    if (letter !== 's' && letter !== 'r' && letter !== 'a') {
      machine.complaints.range(
        b!,
        b!,
        `${prefix}-string: invalid conversion character '${letter}': expected 's', 'r', or 'a'`,
      );
    }
    return makeMatch('group', start, name);
  },

  prepend: (machine, start, _a, b, c) => makeMatch('list', start, machine.lastToken(), [b!, ...listOf(c)]),
  join: (machine, start, a, b) => makeMatch('list', start, machine.lastToken(), [...listOf(a), ...listOf(b)]),

  unparenthesized_genexp: (machine, _start, a, b) =>
    machine.complaints.range(a!, lastOfComprehension(b!), 'Generator expression must be parenthesized'),
  /** @cpython Parser/action_helpers.c _PyPegen_nonparen_genexp_in_call (3.14) */
  genexp_after_arguments: (machine, _start, a, b) => {
    const positional = positionalArguments(a!);
    if (positional.length <= 1) return null;
    return machine.complaints.range(
      positional.at(-1)!,
      lastOfComprehension(b!),
      'Generator expression must be parenthesized',
    );
  },
  /** @cpython Parser/action_helpers.c _PyPegen_arguments_parsing_error (3.14) */
  positional_after_keyword: (machine, _start, a) => {
    const hasUnpacking = keywordArguments(a!).some((part) => part.kind === 'DoubleStarred');
    return machine.complaints.last(`positional argument follows keyword argument${hasUnpacking ? ' unpacking' : ''}`);
  },

  /** @cpython Grammar/python.gram invalid_legacy_expression (3.14) */
  missing_parentheses: (machine, _start, a, b) => {
    if (!isLegacyStatement(machine, a!)) return null;
    const name = machine.textOf(a!.start);
    return machine.complaints.range(a!, b!, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
  },
  missing_comma: (machine, _start, a, b) => {
    if (isLegacyStatement(machine, a!) || machine.levelAfter(machine.mark - 1) === 0) return null;
    return machine.complaints.range(a!, b!, 'invalid syntax. Perhaps you forgot a comma?');
  },
  part_of_string: (machine, _start, a) => {
    const parts = listOf(a);
    return machine.complaints.range(
      parts[0]!,
      parts.at(-1)!,
      'invalid syntax. Is this intended to be part of the string?',
    );
  },
  bound_of_type_var_tuple: (machine, _start, a, b) =>
    machine.complaints.from(a!, `cannot use ${b!.kind === 'Tuple' ? 'constraints' : 'bound'} with TypeVarTuple`),
  bound_of_param_spec: (machine, _start, a, b) =>
    machine.complaints.from(a!, `cannot use ${b!.kind === 'Tuple' ? 'constraints' : 'bound'} with ParamSpec`),
  comprehension_target: (machine, _start, a, b) =>
    machine.complaints.range(a!, listOf(b).at(-1)!, 'did you forget parentheses around the comprehension target?'),
  positional_patterns_after_keywords: (machine, _start, a) =>
    machine.complaints.range(listOf(a)[0]!, listOf(a).at(-1)!, 'positional patterns follow keyword patterns'),
  colon_after_key: (machine, _start, a) => {
    const { tokens } = machine.lexer;
    return machine.complaints.known(
      "':' expected after dictionary key",
      tokens.line[a!.start]!,
      tokens.endColumn[a!.end]! - 1,
      tokens.endLine[a!.end]!,
      -1,
    );
  },
  mixed_template: (machine, _start, a, b) =>
    machine.complaints.range(listOf(a).at(-1)!, b!, 'cannot mix t-string literals with string or bytes literals'),
};

function checkedParts(machine: Machine, start: number, open: Match, parts: Match, close: Match, kind: string): Match {
  const isRaw = /r/i.test(machine.textOf(open.start).replace(/['"]+$/, ''));
  for (const part of listOf(parts)) {
    if (part.kind === 'token') machine.literals.checkMiddle(part.start, isRaw, false, machine.complaints);
  }
  return makeMatch(kind, start, close.end);
}

/** An Arguments node keeps positional ones in `a` and the rest in `b`, where stars are positional too. */
function positionalArguments(args: Match): readonly Match[] {
  return [...listOf(args.a), ...listOf(args.b).filter((part) => part.kind === 'Starred')];
}

function keywordArguments(args: Match): readonly Match[] {
  return listOf(args.b).filter((part) => part.kind !== 'Starred');
}

/** @cpython Parser/action_helpers.c _PyPegen_check_legacy_stmt (3.14) */
function isLegacyStatement(machine: Machine, name: Match): boolean {
  if (name.kind !== 'token' || machine.kinds[name.start] !== T.NAME) return false;
  const text = machine.textOf(name.start);
  return text === 'print' || text === 'exec';
}
