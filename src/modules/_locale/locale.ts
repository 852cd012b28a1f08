/**
 * `_locale`: the C locale, and C.UTF-8, which differs in its encoding only. There are no others.
 *
 * @cpython Modules/_localemodule.c
 */
import {
  None,
  PyDict,
  PyList,
  asText,
  codePointsOf,
  excTypes,
  index,
  osError,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { moduleException } from '../module-exception.ts';
import { pathArgument } from '../posix/path-argument.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';
import { LANGINFO } from './langinfo.ts';

/** Numbers as on Linux; the index is the category's place in `setlocale(LC_ALL)`. */
const LC_ALL = 6;
const CATEGORIES = [
  'LC_CTYPE',
  'LC_NUMERIC',
  'LC_TIME',
  'LC_COLLATE',
  'LC_MONETARY',
  'LC_MESSAGES',
  'LC_ALL',
  'LC_PAPER',
  'LC_NAME',
  'LC_ADDRESS',
  'LC_TELEPHONE',
  'LC_MEASUREMENT',
  'LC_IDENTIFICATION',
];
const CHAR_MAX = 127;
const ASCII_CODESET = 'ANSI_X3.4-1968';
const UTF8_LOCALE = 'C.UTF-8';

/** The locale of each category by number, and the message catalogues' settings. */
interface LocaleState {
  readonly names: string[];
  domain: string;
  readonly directories: Map<string, string>;
  readonly codesets: Map<string, string>;
}

const STATE = Symbol('_locale');

function localeState(): LocaleState {
  return currentInterpreter().state(STATE, () => ({
    names: CATEGORIES.map((_, category) => (category === 0 ? UTF8_LOCALE : 'C')),
    domain: 'messages',
    directories: new Map<string, string>(),
    codesets: new Map<string, string>(),
  }));
}

const localeError = moduleException('locale', 'Error', [excTypes.Exception]);

/** The one of the two locales that a name means, or `undefined`. */
function canonicalName(name: string, category: number): string | undefined {
  if (name === '') return fromEnvironment(category);
  if (name === 'C' || name === 'POSIX') return 'C';
  return /^C\.utf-?8$/i.test(name) ? UTF8_LOCALE : undefined;
}

/** What `''` means: by the environment, in which any locale but C and POSIX is taken for C.UTF-8. */
function fromEnvironment(category: number): string {
  const { env } = currentInterpreter().host;
  for (const variable of ['LC_ALL', CATEGORIES[category]!, 'LANG']) {
    const value = env.get(variable);
    if (value !== undefined && value !== '') return value === 'C' || value === 'POSIX' ? 'C' : UTF8_LOCALE;
  }
  return 'C';
}

function describe(state: LocaleState, category: number): string {
  if (category !== LC_ALL) return state.names[category]!;
  const names = state.names.filter((_, i) => i !== LC_ALL);
  if (new Set(names).size === 1) return names[0]!;
  return CATEGORIES.map((name, i) => `${name}=${state.names[i]!}`)
    .filter((_, i) => i !== LC_ALL)
    .join(';');
}

function setlocale(categoryValue: Value, localeValue: Value | undefined): Value {
  const category = Number(index(categoryValue));
  const state = localeState();
  if (localeValue === undefined || localeValue === None) {
    if (CATEGORIES[category] === undefined) throw localeError.error('locale query failed');
    return strFromUtf16(describe(state, category));
  }
  const text = asText(localeValue);
  if (text === undefined) throw typeError(`setlocale() argument 2 must be str or None, not ${typeName(localeValue)}`);
  const name = textToHost(text);
  if (CATEGORIES[category] === undefined) throw localeError.error('unsupported locale setting');
  if (category === LC_ALL && name.includes(';')) return setAll(state, name);
  const canonical = canonicalName(name, category);
  if (canonical === undefined) throw localeError.error('unsupported locale setting');
  if (category !== LC_ALL) state.names[category] = canonical;
  else CATEGORIES.forEach((_, i) => (state.names[i] = name === '' ? fromEnvironment(i) : canonical));
  return strFromUtf16(describe(state, category));
}

/** `LC_CTYPE=C.UTF-8;LC_NUMERIC=C…`. */
function setAll(state: LocaleState, text: string): Value {
  const wanted = text.split(';').map((part) => part.split('='));
  const pairs = wanted.map(
    ([variable, name]) => [CATEGORIES.indexOf(variable!), canonicalName(name ?? '?', 0)] as const,
  );
  if (pairs.some(([category, name]) => category < 0 || name === undefined))
    throw localeError.error('unsupported locale setting');
  for (const [category, name] of pairs) state.names[category] = name!;
  return strFromUtf16(describe(state, LC_ALL));
}

const codeset = (): string => (localeState().names[0] === UTF8_LOCALE ? 'UTF-8' : ASCII_CODESET);

function localeconv(): Value {
  const result = new PyDict();
  for (const name of ['int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep'])
    result.setStr(name, '');
  result.setStr('mon_grouping', new PyList([]));
  for (const name of ['positive_sign', 'negative_sign']) result.setStr(name, '');
  for (const name of [
    'int_frac_digits',
    'frac_digits',
    'p_cs_precedes',
    'p_sep_by_space',
    'n_cs_precedes',
    'n_sep_by_space',
    'p_sign_posn',
    'n_sign_posn',
  ]) {
    result.setStr(name, CHAR_MAX);
  }
  result.setStr('decimal_point', '.');
  result.setStr('thousands_sep', '');
  result.setStr('grouping', new PyList([]));
  return result;
}

function hostText(value: Value, name: string, position: number, isNullable = false): string | null {
  if (isNullable && value === None) return null;
  const text = asText(value);
  if (text === undefined) {
    throw typeError(
      `${name}() argument ${position} must be str${isNullable ? ' or None' : ''}, not ${typeName(value)}`,
    );
  }
  return textToHost(text);
}

/** By code points. */
function strcoll(left: Value, right: Value): Value {
  hostText(left, 'strcoll', 1);
  hostText(right, 'strcoll', 2);
  const a = codePointsOf(asText(left)!);
  const b = codePointsOf(asText(right)!);
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return Math.sign(a.length - b.length);
}

function nlLanginfo(keyValue: Value): Value {
  const key = Number(index(keyValue));
  if (key === LANGINFO['CODESET']![0]) return codeset();
  const found = Object.values(LANGINFO).find(([number]) => number === key);
  if (found === undefined) throw valueError('unsupported langinfo constant');
  return found[1];
}

function bindtextdomain(domainValue: Value, directory: Value): Value {
  const domain = hostText(domainValue, 'bindtextdomain', 1)!;
  if (domain === '') throw localeError.error('domain must be a non-empty string');
  const state = localeState();
  if (directory !== None) state.directories.set(domain, pathArgument(directory, { function: 'bindtextdomain' }).path);
  return strFromUtf16(state.directories.get(domain) ?? '/usr/share/locale');
}

function textdomain(domainValue: Value): Value {
  const domain = hostText(domainValue, 'textdomain', 1, true);
  const state = localeState();
  if (domain !== null) state.domain = domain === '' ? 'messages' : domain;
  return strFromUtf16(state.domain);
}

function bindTextdomainCodeset(domainValue: Value, codesetValue: Value): Value {
  const domain = hostText(domainValue, 'bind_textdomain_codeset', 1)!;
  const wanted = hostText(codesetValue, 'bind_textdomain_codeset', 2, true);
  if (domain === '') throw osError(22, 'Invalid argument');
  const state = localeState();
  if (wanted !== null) state.codesets.set(domain, wanted);
  const known = state.codesets.get(domain);
  return known === undefined ? None : strFromUtf16(known);
}

export const localeModule = defineModule('_locale', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    setlocale,
    localeconv,
    strcoll,
    strxfrm: (text: Value) => {
      if (hostText(text, 'strxfrm', 1)!.includes('\0')) throw valueError('embedded null character');
      return text;
    },
    nl_langinfo: nlLanginfo,
    gettext: (message: Value) => strFromUtf16(hostText(message, 'gettext', 1)!),
    dgettext: (domain: Value, message: Value) => {
      hostText(domain, 'dgettext', 1, true);
      return strFromUtf16(hostText(message, 'dgettext', 2)!);
    },
    dcgettext: (domain: Value, message: Value, category: Value) => {
      hostText(domain, 'dcgettext', 1, true);
      index(category);
      return strFromUtf16(hostText(message, 'dcgettext', 2)!);
    },
    textdomain,
    bindtextdomain,
    bind_textdomain_codeset: bindTextdomainCodeset,
    getencoding: () => codeset(),
  }),
  constants: () => ({
    ...Object.fromEntries(CATEGORIES.slice(0, LC_ALL + 1).map((name, i) => [name, i])),
    CHAR_MAX,
    Error: localeError.type(),
    ...Object.fromEntries(Object.entries(LANGINFO).map(([name, [number]]) => [name, number])),
  }),
});
