/**
 * Binds the arguments of a call to the parameters of a Python function.
 *
 * @cpython Python/ceval.c initialize_locals, too_many_positional, missing_arguments
 */
import { CO_VARARGS, CO_VARKEYWORDS } from '../code/code-object.ts';
import { PyDict, PyTuple, strFromUtf16, strHost, typeError, type Kwnames, type Value } from '../objects/core/index.ts';
import type { PyBaseException } from '../objects/core/index.ts';
import type { PyFunction } from '../objects/function/py-function.ts';
import { suggestName } from '../objects/function/suggestions.ts';

type Locals = (Value | undefined)[];

const NO_DEFAULTS: readonly Value[] = [];

/**
 * A new `localsplus` with the parameters set.
 *
 * @param source holds the positional arguments from `start` on, and after them the values of `kwnames`
 * @param count number of positional arguments
 * @throws TypeError when they do not fit
 */
export function bindArguments(
  func: PyFunction,
  source: readonly (Value | undefined)[],
  start: number,
  count: number,
  kwnames: Kwnames,
): Locals {
  const code = func.code;
  code.prepare();
  const locals = code.frameTemplate.slice();
  const argcount = code.argcount;
  if (kwnames === null && count <= argcount && code.isSimple) {
    for (let i = 0; i < count; i++) locals[i] = source[start + i];
    if (count < argcount) fillDefaults(func, locals, count);
    return locals;
  }
  const plain = code.code;
  const total = argcount + plain.co_kwonlyargcount;
  const copied = count < argcount ? count : argcount;
  for (let i = 0; i < copied; i++) locals[i] = source[start + i];

  let next = total;
  if ((code.flags & CO_VARARGS) !== 0) {
    locals[next++] = new PyTuple(count > argcount ? (source.slice(start + argcount, start + count) as Value[]) : []);
  }
  let extraKeywords: PyDict | null = null;
  if ((code.flags & CO_VARKEYWORDS) !== 0) {
    extraKeywords = new PyDict();
    locals[next] = extraKeywords;
  }
  if (kwnames !== null) bindKeywords(func, locals, source, start + count, kwnames, total, extraKeywords);
  if (count > argcount && (code.flags & CO_VARARGS) === 0) throw tooManyPositional(func, count, locals);
  if (count < argcount) fillDefaults(func, locals, count);
  if (plain.co_kwonlyargcount > 0) fillKeywordDefaults(func, locals, argcount, total);
  return locals;
}

function bindKeywords(
  func: PyFunction,
  locals: Locals,
  source: readonly (Value | undefined)[],
  start: number,
  kwnames: readonly string[],
  total: number,
  extraKeywords: PyDict | null,
): void {
  const plain = func.code.code;
  const names = plain.co_localsplusnames;
  const positionalOnly = plain.co_posonlyargcount;
  for (let k = 0; k < kwnames.length; k++) {
    const name = kwnames[k]!;
    const value = source[start + k]!;
    let i = positionalOnly;
    while (i < total && names[i] !== name) i++;
    if (i < total) {
      if (locals[i] !== undefined)
        throw typeError(`${strHost(func.qualname)}() got multiple values for argument '${name}'`);
      locals[i] = value;
    } else if (extraKeywords !== null) {
      extraKeywords.set(strFromUtf16(name), value);
    } else {
      throw unexpectedKeyword(func, kwnames, name, total);
    }
  }
}

function unexpectedKeyword(func: PyFunction, kwnames: readonly string[], name: string, total: number): PyBaseException {
  const plain = func.code.code;
  const positionalOnly = plain.co_localsplusnames.slice(0, plain.co_posonlyargcount);
  const passed = positionalOnly.filter((parameter) => kwnames.includes(parameter));
  const qualname = strHost(func.qualname);
  if (passed.length > 0) {
    return typeError(
      `${qualname}() got some positional-only arguments passed as keyword arguments: '${passed.join(', ')}'`,
    );
  }
  const suggestion = suggestName(plain.co_localsplusnames.slice(plain.co_posonlyargcount, total), name);
  const hint = suggestion === undefined ? '' : `. Did you mean '${suggestion}'?`;
  return typeError(`${qualname}() got an unexpected keyword argument '${name}'${hint}`);
}

function tooManyPositional(func: PyFunction, given: number, locals: Locals): PyBaseException {
  const { co_argcount: argcount, co_kwonlyargcount: kwonly } = func.code.code;
  let keywordOnlyGiven = 0;
  for (let i = argcount; i < argcount + kwonly; i++) if (locals[i] !== undefined) keywordOnlyGiven++;
  const defaults = func.defaults === null ? 0 : func.defaults.items.length;
  const takes = defaults > 0 ? `from ${argcount - defaults} to ${argcount}` : `${argcount}`;
  const isPlural = defaults > 0 || argcount !== 1;
  const keywordOnly =
    keywordOnlyGiven > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${keywordOnlyGiven} keyword-only argument${keywordOnlyGiven !== 1 ? 's' : ''})`
      : '';
  return typeError(
    `${strHost(func.qualname)}() takes ${takes} positional argument${isPlural ? 's' : ''} but ${given}${keywordOnly} ` +
      `${given === 1 && keywordOnlyGiven === 0 ? 'was' : 'were'} given`,
  );
}

function missing(func: PyFunction, kind: string, names: readonly string[]): PyBaseException {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.length - 1;
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? `${quoted[0]} and ${quoted[1]}`
        : `${quoted.slice(0, last).join(', ')}, and ${quoted[last]}`;
  return typeError(
    `${strHost(func.qualname)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}

function fillDefaults(func: PyFunction, locals: Locals, given: number): void {
  const argcount = func.code.argcount;
  const defaults = func.defaults === null ? NO_DEFAULTS : func.defaults.items;
  const firstDefault = argcount - defaults.length;
  if (given < firstDefault) {
    const names = func.code.code.co_localsplusnames;
    const absent: string[] = [];
    for (let i = given; i < firstDefault; i++) if (locals[i] === undefined) absent.push(names[i]!);
    if (absent.length > 0) throw missing(func, 'positional', absent);
  }
  for (let i = Math.max(given, firstDefault); i < argcount; i++) locals[i] ??= defaults[i - firstDefault];
}

function fillKeywordDefaults(func: PyFunction, locals: Locals, first: number, total: number): void {
  const names = func.code.code.co_localsplusnames;
  const absent: string[] = [];
  for (let i = first; i < total; i++) {
    if (locals[i] !== undefined) continue;
    const value = func.kwdefaults === null ? undefined : func.kwdefaults.get(strFromUtf16(names[i]!));
    if (value === undefined) absent.push(names[i]!);
    else locals[i] = value;
  }
  if (absent.length > 0) throw missing(func, 'keyword-only', absent);
}
