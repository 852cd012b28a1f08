/**
 * The methods of `str`.
 *
 * @cpython Objects/unicodeobject.c
 */
import {
  None,
  PyBytes,
  PyList,
  PyTuple,
  asText,
  excTypes,
  getIter,
  index,
  indexNumber,
  isTrue,
  iterate,
  overflowError,
  staticMethod,
  str,
  textLength,
  typeError,
  typeName,
  typeOf,
  valueError,
  type NativeSpec,
  type Text,
  type Value,
} from '../core/index.ts';
import { documentedMethods } from '../int/documented.ts';
import { formatStr } from '../format/format-str.ts';
import { formatFields } from './format-fields.ts';
import { encodeText } from '../codecs/encode-decode.ts';
import { STR_DOCS } from './str-docs.ts';
import { isAsciiText, joinTexts, sliceText } from './text.ts';
import {
  STRIP_LEFT,
  STRIP_RIGHT,
  countText,
  findLastText,
  findText,
  replaceText,
  splitLines,
  splitText,
  splitTextFromRight,
  splitWhitespace,
  splitWhitespaceFromRight,
  startsWithAt,
  stripText,
} from './text-search.ts';
import { capitalizeText, casefoldText, lowerText, swapcaseText, titleText, upperText } from './text-case.ts';
import * as classes from './text-classes.ts';
import { centerText, expandTabs, padSides, zfillText } from './layout.ts';
import { makeTranslation, translateText } from './translate.ts';
import { searchBounds, textArgument, textOf } from './text-arguments.ts';

/** A method that only asks or maps the text. */
const onText =
  (fn: (text: Text) => Value) =>
  (self: Value): Value =>
    fn(textOf(self));

/** An `int` argument. @throws OverflowError */
export function intArgument(value: Value): number {
  const number = index(value);
  if (number > 0x7fffffff || number < -0x80000000) throw overflowError('Python int too large to convert to C int');
  return Number(number);
}

/** A `Py_ssize_t` argument. @throws OverflowError */
export function sizeArgument(value: Value | undefined, fallback: number): number {
  return value === undefined ? fallback : indexNumber(value, excTypes.OverflowError);
}

type Search = (text: Text, part: Text, start: number, end: number) => number;

const searching =
  (name: string, search: Search, isStrict: boolean) =>
  (self: Value, sub: Value, start: Value | undefined, end: Value | undefined): Value => {
    const part = textArgument(sub, name, 1);
    const text = textOf(self);
    const [from, to] = searchBounds(start, end, textLength(text));
    const found = search(text, part, from, to);
    if (isStrict && found < 0) throw valueError('substring not found');
    return found;
  };

const tailMatching =
  (name: 'startswith' | 'endswith') =>
  (self: Value, affix: Value, start: Value | undefined, end: Value | undefined): Value => {
    const text = textOf(self);
    const [from, to] = searchBounds(start, end, textLength(text));
    const hasAffix = (part: Text): boolean => {
      const length = textLength(part);
      if (to - from < length) return false;
      return startsWithAt(text, part, name === 'startswith' ? from : to - length, to);
    };
    if (affix instanceof PyTuple) {
      for (const item of affix.items) {
        const part = asText(item);
        if (part === undefined) throw typeError(`tuple for ${name} must only contain str, not ${typeName(item)}`);
        if (hasAffix(part)) return true;
      }
      return false;
    }
    const part = asText(affix);
    if (part === undefined) throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(affix)}`);
    return hasAffix(part);
  };

const stripping =
  (name: string, sides: number) =>
  (self: Value, characters: Value | undefined): Value => {
    if (characters === undefined || characters === None) return stripText(textOf(self), null, sides);
    const set = asText(characters);
    if (set === undefined) throw typeError(`${name} arg must be None or str`);
    return stripText(textOf(self), set, sides);
  };

const splitting =
  (bySeparator: typeof splitText, byWhitespace: typeof splitWhitespace) =>
  (self: Value, separator: Value | undefined, maxsplit: Value | undefined): Value => {
    const limit = sizeArgument(maxsplit, -1);
    if (separator === undefined || separator === None) return new PyList(byWhitespace(textOf(self), limit));
    const part = asText(separator);
    if (part === undefined) throw typeError(`must be str or None, not ${typeName(separator)}`);
    if (part === '') throw valueError('empty separator');
    return new PyList(bySeparator(textOf(self), part, limit));
  };

const partitioning =
  (find: Search, isFromRight: boolean) =>
  (self: Value, separator: Value): Value => {
    const part = asText(separator);
    if (part === undefined) throw typeError(`must be str, not ${typeName(separator)}`);
    if (part === '') throw valueError('empty separator');
    const text = textOf(self);
    const length = textLength(text);
    const at = find(text, part, 0, length);
    if (at < 0) return new PyTuple(isFromRight ? ['', '', text] : [text, '', '']);
    return new PyTuple([sliceText(text, 0, at), part, sliceText(text, at + textLength(part), length)]);
  };

/** A fill character. @throws TypeError */
function fillArgument(value: Value | undefined): Text {
  if (value === undefined) return ' ';
  const text = asText(value);
  if (text === undefined) throw typeError(`The fill character must be a unicode character, not ${typeName(value)}`);
  if (textLength(text) !== 1) throw typeError('The fill character must be exactly one character long');
  return text;
}

/** `separator.join(iterable)`. */
export function joinIterable(separator: Text, iterable: Value): Text {
  let items: Iterable<Value>;
  if (iterable instanceof PyList || iterable instanceof PyTuple) items = iterable.items;
  else {
    if (typeOf(iterable).tp_iter === undefined) {
      try {
        getIter(iterable);
      } catch {
        // Whatever the reason, CPython words it anew.
        throw typeError('can only join an iterable');
      }
    }
    items = iterate(iterable);
  }
  const parts: Text[] = [];
  for (const item of items) {
    if (typeof item === 'string') parts.push(item);
    else {
      const text = asText(item);
      if (text === undefined)
        throw typeError(`sequence item ${parts.length}: expected str instance, ${typeName(item)} found`);
      parts.push(text);
    }
  }
  return joinTexts(separator, parts);
}

export const strMethods: Record<string, NativeSpec> = {
  ...documentedMethods(STR_DOCS, {
    encode: (self: Value, encoding: Value | undefined, errors: Value | undefined) =>
      new PyBytes(
        encodeText(
          textOf(self),
          encoding === undefined ? undefined : textArgument(encoding, 'encode', 'encoding'),
          errors === undefined ? undefined : textArgument(errors, 'encode', 'errors'),
        ),
      ),
    replace: (self: Value, old: Value, replacement: Value, count: Value | undefined) =>
      replaceText(
        textOf(self),
        textArgument(old, 'replace', 1),
        textArgument(replacement, 'replace', 2),
        sizeArgument(count, -1),
      ),
    split: splitting(splitText, splitWhitespace),
    rsplit: splitting(splitTextFromRight, splitWhitespaceFromRight),
    join: (self: Value, iterable: Value) => joinIterable(textOf(self), iterable),
    capitalize: onText(capitalizeText),
    casefold: onText(casefoldText),
    title: onText(titleText),
    center: (self: Value, width: Value, fill: Value | undefined) =>
      centerText(textOf(self), sizeArgument(width, 0), fillArgument(fill)),
    count: searching('count', countText, false),
    expandtabs: (self: Value, size: Value | undefined) =>
      expandTabs(textOf(self), size === undefined ? 8 : intArgument(size)),
    find: searching('find', findText, false),
    partition: partitioning(findText, false),
    index: searching('index', findText, true),
    ljust: (self: Value, width: Value, fill: Value | undefined) => {
      const text = textOf(self);
      return padSides(text, 0, sizeArgument(width, 0) - textLength(text), fillArgument(fill));
    },
    lower: onText(lowerText),
    lstrip: stripping('lstrip', STRIP_LEFT),
    rfind: searching('rfind', findLastText, false),
    rindex: searching('rindex', findLastText, true),
    rjust: (self: Value, width: Value, fill: Value | undefined) => {
      const text = textOf(self);
      return padSides(text, sizeArgument(width, 0) - textLength(text), 0, fillArgument(fill));
    },
    rstrip: stripping('rstrip', STRIP_RIGHT),
    rpartition: partitioning(findLastText, true),
    splitlines: (self: Value, keepEnds: Value | undefined) =>
      new PyList(splitLines(textOf(self), keepEnds !== undefined && isTrue(keepEnds))),
    strip: stripping('strip', STRIP_LEFT | STRIP_RIGHT),
    swapcase: onText(swapcaseText),
    translate: (self: Value, table: Value) => translateText(textOf(self), table),
    upper: onText(upperText),
    startswith: tailMatching('startswith'),
    endswith: tailMatching('endswith'),
    removeprefix: (self: Value, prefix: Value) => {
      const text = textOf(self);
      const part = textArgument(prefix, 'removeprefix', 0);
      const length = textLength(text);
      return startsWithAt(text, part, 0, length) ? sliceText(text, textLength(part), length) : text;
    },
    removesuffix: (self: Value, suffix: Value) => {
      const text = textOf(self);
      const part = textArgument(suffix, 'removesuffix', 0);
      const at = textLength(text) - textLength(part);
      return at >= 0 && startsWithAt(text, part, at, textLength(text)) ? sliceText(text, 0, at) : text;
    },
    isascii: onText(isAsciiText),
    islower: onText(classes.isLowerText),
    isupper: onText(classes.isUpperText),
    istitle: onText(classes.isTitleText),
    isspace: onText(classes.isSpaceText),
    isdecimal: onText(classes.isDecimalText),
    isdigit: onText(classes.isDigitText),
    isnumeric: onText(classes.isNumericText),
    isalpha: onText(classes.isAlphaText),
    isalnum: onText(classes.isAlnumText),
    isidentifier: onText(classes.isIdentifierText),
    isprintable: onText(classes.isPrintableText),
    zfill: (self: Value, width: Value) => zfillText(textOf(self), sizeArgument(width, 0)),
    format: (self: Value, args: Value[], kwargs: Map<string, Value>) => formatFields(textOf(self), args, kwargs),
    format_map: (self: Value, mapping: Value) => formatFields(textOf(self), null, mapping),
    __format__: (self: Value, spec: Value) => {
      const text = textArgument(spec, '__format__', 0);
      if (text === '') return typeof self === 'string' ? self : str(self);
      return formatStr(textOf(self), text, typeName(self));
    },
    __sizeof__: (self: Value) => {
      const text = textOf(self);
      if (typeof text !== 'string') return 60 + 4 * text.codePoints.length;
      if (isAsciiText(text)) return 41 + text.length;
      return /[^\x00-\xff]/.test(text) ? 58 + 2 * text.length : 57 + text.length;
    },
    __getnewargs__: (self: Value) => new PyTuple([textOf(self)]),
  }),
  maketrans: staticMethod(
    STR_DOCS.maketrans[0],
    (x: Value, y: Value | undefined, z: Value | undefined) => makeTranslation(x, y, z),
    STR_DOCS.maketrans[1],
  ),
};
