/** Text of complex numbers. @cpython Objects/complexobject.c complex_repr, complex_from_string_inner */
import { valueError } from '../core/index.ts';
import { parseFloatPrefix, removeDigitUnderscores } from '../float/float-parse.ts';
import { formatFloat } from '../float/float-text.ts';
import { stripAsciiSpace } from '../int/numeral-text.ts';

/** `repr(complex(real, imag))` */
export function complexRepr(real: number, imag: number): string {
  if (Object.is(real, 0)) return `${formatFloat(imag, 'r', 0)}j`;
  return `(${formatFloat(real, 'r', 0)}${formatFloat(imag, 'r', 0, { isSignAlways: true })}j)`;
}

const malformed = () => valueError('complex() arg is a malformed string');

/**
 * The complex number that an ASCII text stands for.
 * @param shown the `repr` of the argument, for messages
 * @throws ValueError
 */
export function parseComplexText(text: string, shown: () => string): [real: number, imag: number] {
  const plain = removeDigitUnderscores(text);
  if (plain === undefined) throw valueError(`could not convert string to complex: ${shown()}`);
  let body = stripAsciiSpace(plain);
  if (body.startsWith('(')) {
    if (!body.endsWith(')')) throw malformed();
    body = stripAsciiSpace(body.slice(1, -1));
  }
  let rest = body;
  let real = 0;
  let imag = 0;
  const isJ = (at: number): boolean => rest[at] === 'j' || rest[at] === 'J';
  const first = parseFloatPrefix(rest);
  if (first !== undefined) {
    rest = rest.slice(first.length);
    if (rest[0] === '+' || rest[0] === '-') {
      real = first.value;
      const second = parseFloatPrefix(rest);
      if (second !== undefined) {
        imag = second.value;
        rest = rest.slice(second.length);
      } else {
        imag = rest[0] === '+' ? 1 : -1;
        rest = rest.slice(1);
      }
      if (!isJ(0)) throw malformed();
      rest = rest.slice(1);
    } else if (isJ(0)) {
      imag = first.value;
      rest = rest.slice(1);
    } else real = first.value;
  } else {
    if (rest[0] === '+' || rest[0] === '-') {
      imag = rest[0] === '+' ? 1 : -1;
      rest = rest.slice(1);
    } else imag = 1;
    if (!isJ(0)) throw malformed();
    rest = rest.slice(1);
  }
  if (rest !== '') throw malformed();
  return [real, imag];
}
