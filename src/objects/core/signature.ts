/**
 * Signatures of native functions: one text (CPython's `__text_signature__`) says how arguments are bound, which message a
 * wrong call gets, and what `inspect.signature` shows.
 *
 * CPython's messages depend on how a C function takes its arguments, so the shape of the signature selects them: no
 * parameters (METH_NOARGS), one positional-only (METH_O), positional-only (`_PyArg_CheckPositional`), with keywords
 * (`_PyArg_UnpackKeywords`).
 *
 * @cpython Python/getargs.c, Objects/methodobject.c
 */
import { suggestName } from '../function/suggestions.ts';
import type { Value } from './value.ts';
import type { Kwnames } from './slots-contract.ts';
import { typeError, type PyBaseException } from './exception.ts';

export interface Signature {
  /** The text shown as `__text_signature__`. */
  readonly text: string;
  readonly kind: 'noargs' | 'one' | 'positional' | 'keywords' | 'variadic';
  /** Parameters that can be given by position, then keyword-only ones; `*args`/`**kwargs` apart. */
  readonly names: readonly string[];
  readonly positionalOnly: number;
  readonly maxPositional: number;
  /** Number of leading positional parameters without a default. */
  readonly minPositional: number;
  /** Per parameter: has it a default? */
  readonly isOptional: readonly boolean[];
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
}

/** An argument as bound: a value, nothing (not given), the `*args`, or the `**kwargs`. */
export type BoundArgument = Value | undefined | Value[] | Map<string, Value>;

function splitParameters(text: string): string[] {
  // An optional group, `sub[, start[, end]]`, is written as defaults.
  const inner = text
    .slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    .replace(/\[, (\w+)/g, ', $1=None')
    .replace(/\]+(?=,|$)/g, '');
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (const char of inner) {
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ',' && depth === 0) {
      parts.push(current.trim());
      current = '';
      continue;
    }
    current += char;
  }
  if (current.trim() !== '') parts.push(current.trim());
  return parts;
}

/** Parses a text signature; a leading `$self`, `$module` or `$type` is not a parameter. */
export function parseSignature(text: string): Signature {
  const names: string[] = [];
  const isOptional: boolean[] = [];
  let positionalOnly = 0;
  let maxPositional = 0;
  let isKeywordOnly = false;
  let hasVarArgs = false;
  let hasVarKeywords = false;
  for (const part of splitParameters(text)) {
    if (part.startsWith('$')) continue;
    if (part === '/') positionalOnly = names.length;
    else if (part === '*') isKeywordOnly = true;
    else if (part.startsWith('**')) hasVarKeywords = true;
    else if (part.startsWith('*')) {
      hasVarArgs = true;
      isKeywordOnly = true;
    } else {
      const equals = part.indexOf('=');
      names.push((equals < 0 ? part : part.slice(0, equals)).trim());
      isOptional.push(equals >= 0);
      if (!isKeywordOnly) maxPositional++;
    }
  }
  let minPositional = 0;
  while (minPositional < maxPositional && !isOptional[minPositional]) minPositional++;
  const acceptsKeywords = names.length > positionalOnly;
  let kind: Signature['kind'];
  if (hasVarArgs || hasVarKeywords) kind = 'variadic';
  else if (names.length === 0) kind = 'noargs';
  else if (acceptsKeywords) kind = 'keywords';
  else if (names.length === 1 && minPositional === 1) kind = 'one';
  else kind = 'positional';
  return { text, kind, names, positionalOnly, maxPositional, minPositional, isOptional, hasVarArgs, hasVarKeywords };
}

const plural = (count: number): string => (count === 1 ? '' : 's');

function checkPositional(name: string, given: number, min: number, max: number): void {
  if (given < min) {
    throw typeError(`${name} expected ${min === max ? '' : 'at least '}${min} argument${plural(min)}, got ${given}`);
  }
  if (given > max) {
    throw typeError(`${name} expected ${min === max ? '' : 'at most '}${max} argument${plural(max)}, got ${given}`);
  }
}

/**
 * Binds the arguments of a call: one entry a parameter, then `*args` and `**kwargs` if the signature has them.
 *
 * @param name bare name, for most messages
 * @param qualifiedName `list.append`, `math.sqrt`: for those messages of CPython that say it
 * @throws TypeError as CPython words it
 */
export function bindArguments(
  signature: Signature,
  name: string,
  qualifiedName: string,
  args: readonly Value[],
  kwnames: Kwnames,
): BoundArgument[] {
  const keywordCount = kwnames === null ? 0 : kwnames.length;
  const given = args.length - keywordCount;
  switch (signature.kind) {
    case 'noargs':
      if (keywordCount > 0) throw typeError(`${qualifiedName}() takes no keyword arguments`);
      if (given > 0) throw typeError(`${qualifiedName}() takes no arguments (${given} given)`);
      return [];
    case 'one':
      if (keywordCount > 0) throw typeError(`${qualifiedName}() takes no keyword arguments`);
      if (given !== 1) throw typeError(`${qualifiedName}() takes exactly one argument (${given} given)`);
      return [args[0]];
    case 'positional': {
      if (keywordCount > 0) throw typeError(`${qualifiedName}() takes no keyword arguments`);
      checkPositional(name, given, signature.minPositional, signature.maxPositional);
      const bound: BoundArgument[] = args.slice();
      while (bound.length < signature.names.length) bound.push(undefined);
      return bound;
    }
    default:
      if (keywordCount > 0 && signature.hasVarArgs && !signature.hasVarKeywords && signature.names.length === 0) {
        throw typeError(`${qualifiedName}() takes no keyword arguments`);
      }
      return bindKeywords(signature, name, args, given, kwnames);
  }
}

/** The TypeError for a keyword that a native function does not have. @cpython Python/getargs.c error_unexpected_keyword_arg */
export function unexpectedKeyword(name: string, keywords: readonly string[], given: string): PyBaseException {
  const meant = suggestName(keywords, given);
  const hint = meant === undefined ? '' : `. Did you mean '${meant}'?`;
  return typeError(`${name}() got an unexpected keyword argument '${given}'${hint}`);
}

/** @cpython Python/getargs.c _PyArg_UnpackKeywords */
function bindKeywords(
  signature: Signature,
  name: string,
  args: readonly Value[],
  given: number,
  kwnames: Kwnames,
): BoundArgument[] {
  const { names, maxPositional, positionalOnly, hasVarArgs, hasVarKeywords, isOptional } = signature;
  const total = names.length;
  const keywordCount = args.length - given;
  if (!hasVarArgs && !hasVarKeywords && args.length > total) {
    const kind = given === 0 ? 'keyword ' : '';
    throw typeError(`${name}() takes at most ${total} ${kind}argument${plural(total)} (${args.length} given)`);
  }
  if (!hasVarArgs && given > maxPositional) {
    if (maxPositional === 0) throw typeError(`${name}() takes no positional arguments`);
    const bound = signature.minPositional < maxPositional ? 'at most' : 'exactly';
    throw typeError(
      `${name}() takes ${bound} ${maxPositional} positional argument${plural(maxPositional)} (${given} given)`,
    );
  }
  const result: BoundArgument[] = new Array<BoundArgument>(total).fill(undefined);
  const positional = Math.min(given, maxPositional);
  for (let i = 0; i < positional; i++) result[i] = args[i];
  const extra = hasVarKeywords ? new Map<string, Value>() : null;
  let unexpected: string | undefined;
  for (let k = 0; k < keywordCount; k++) {
    const keyword = kwnames![k]!;
    const value = args[given + k]!;
    const at = names.indexOf(keyword, positionalOnly);
    if (at < 0) {
      if (extra === null) unexpected ??= keyword;
      else extra.set(keyword, value);
    } else if (at < positional) {
      throw typeError(`argument for ${name}() given by name ('${keyword}') and position (${at + 1})`);
    } else result[at] = value;
  }
  for (let i = 0; i < total; i++) {
    if (result[i] !== undefined || isOptional[i]) continue;
    if (i < positionalOnly) {
      const min = Math.min(signature.minPositional, positionalOnly);
      const bound = min < maxPositional ? 'at least' : 'exactly';
      throw typeError(`${name}() takes ${bound} ${min} positional argument${plural(min)} (${given} given)`);
    }
    throw typeError(`${name}() missing required argument '${names[i]}' (pos ${i + 1})`);
  }
  if (unexpected !== undefined) {
    throw unexpectedKeyword(name, names.slice(positionalOnly), unexpected);
  }
  if (hasVarArgs) result.push(args.slice(positional, given));
  if (extra !== null) result.push(extra);
  return result;
}
