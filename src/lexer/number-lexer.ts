/** Number literals of all kinds, with CPython's complaints about bad ones. */
import { isDigit, isIdentifierCharacter, LexerBase } from './lexer-base.ts';
import { NUMBER } from './token.ts';

function isHexDigit(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
}

export class NumberLexer extends LexerBase {
  /** A number whose first digit is at `start`; `this.pos` is at `start` too. */
  scanNumber(start: number): void {
    const text = this.text;
    let pos = start;
    let c = text.charCodeAt(pos);
    if (c === 48 /* 0 */) {
      c = text.charCodeAt(++pos);
      const letter = c | 32;
      if (letter === 120 /* x */) return this.scanRadix(start, pos + 1, 16, 'hexadecimal');
      if (letter === 111 /* o */) return this.scanRadix(start, pos + 1, 8, 'octal');
      if (letter === 98 /* b */) return this.scanRadix(start, pos + 1, 2, 'binary');
      // Zeros, then maybe an old-style octal or a float.
      for (;;) {
        if (c === 95 /* _ */) {
          c = text.charCodeAt(++pos);
          if (!isDigit(c)) this.failAt(pos, 'invalid decimal literal');
        }
        if (c !== 48) break;
        c = text.charCodeAt(++pos);
      }
      const zerosEnd = pos;
      let isNonzero = false;
      if (isDigit(c)) {
        isNonzero = true;
        pos = this.decimalTail(pos);
        c = text.charCodeAt(pos);
      }
      if (c === 46 /* . */) return this.scanFraction(start, pos + 1);
      if ((c | 32) === 101 /* e */) return this.scanExponent(start, pos);
      if ((c | 32) === 106 /* j */) return this.finishNumber(start, pos + 1, 'imaginary');
      if (isNonzero && !this.extraTokens) {
        this.pos = pos;
        this.syntaxErrorAt(
          'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
          this.characterColumnOf(start),
          this.characterColumnOf(zerosEnd),
        );
      }
      return this.finishNumber(start, pos, 'decimal');
    }
    pos = this.decimalTail(pos);
    c = text.charCodeAt(pos);
    if (c === 46) return this.scanFraction(start, pos + 1);
    return this.scanExponent(start, pos);
  }

  /** What follows the point of a float. */
  scanFraction(start: number, pos: number): void {
    return this.scanExponent(start, isDigit(this.text.charCodeAt(pos)) ? this.decimalTail(pos) : pos);
  }

  /** An exponent, if there is one, then a `j`, if there is one. */
  private scanExponent(start: number, from: number): void {
    const text = this.text;
    let pos = from;
    let c = text.charCodeAt(pos);
    if ((c | 32) === 101 /* e */) {
      c = text.charCodeAt(pos + 1);
      if (c === 43 || c === 45) {
        if (!isDigit(text.charCodeAt(pos + 2))) this.failAt(pos + 2, 'invalid decimal literal');
        pos = this.decimalTail(pos + 2);
      } else if (!isDigit(c)) {
        return this.finishNumber(start, pos, 'decimal');
      } else {
        pos = this.decimalTail(pos + 1);
      }
      c = text.charCodeAt(pos);
    }
    if ((c | 32) === 106 /* j */) return this.finishNumber(start, pos + 1, 'imaginary');
    return this.finishNumber(start, pos, 'decimal');
  }

  private scanRadix(start: number, from: number, radix: 2 | 8 | 16, kind: string): void {
    const text = this.text;
    let pos = from;
    let c = text.charCodeAt(pos);
    const isRadixDigit = (d: number): boolean => (radix === 16 ? isHexDigit(d) : d >= 48 && d < 48 + radix);
    do {
      if (c === 95 /* _ */) c = text.charCodeAt(++pos);
      if (!isRadixDigit(c)) {
        if (isDigit(c)) this.failAt(pos + 1, `invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
        this.failAt(pos, `invalid ${kind} literal`);
      }
      do c = text.charCodeAt(++pos);
      while (isRadixDigit(c));
    } while (c === 95);
    if (isDigit(c)) this.failAt(pos + 1, `invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
    return this.finishNumber(start, pos, kind);
  }

  /** Digits with single underscores between them, from a digit on; returns the offset after them. */
  private decimalTail(from: number): number {
    const text = this.text;
    let pos = from;
    for (;;) {
      while (isDigit(text.charCodeAt(pos))) pos++;
      if (text.charCodeAt(pos) !== 95) return pos;
      if (!isDigit(text.charCodeAt(++pos))) this.failAt(pos, 'invalid decimal literal');
    }
  }

  /**
   * Writes the token once what follows the number is known to be no part of a name; a keyword that may follow a number
   * in valid code gives a warning only.
   * @cpython Parser/lexer/lexer.c verify_end_of_number (3.14)
   */
  private finishNumber(start: number, end: number, kind: string): void {
    const c = this.text.charCodeAt(end);
    this.pos = end;
    if (!this.extraTokens && c < 128 && isIdentifierCharacter(c)) {
      const message = `invalid ${kind} literal`;
      if (this.isKeywordAfterNumber(end)) this.warn(message, message);
      else this.failAt(end, message);
    }
    this.emit(NUMBER, start, end);
  }

  private isKeywordAfterNumber(pos: number): boolean {
    const text = this.text;
    const word = (rest: string): boolean =>
      text.startsWith(rest, pos + 1) && !isIdentifierCharacter(text.charCodeAt(pos + 1 + rest.length));
    switch (text[pos]) {
      case 'a':
        return word('nd');
      case 'e':
        return word('lse');
      case 'f':
        return word('or');
      case 'i':
        return 'fns'.includes(text[pos + 1]!);
      case 'o':
        return word('r');
      case 'n':
        return word('ot');
      default:
        return false;
    }
  }

  private failAt(pos: number, message: string): never {
    this.pos = pos;
    return this.syntaxError(message);
  }
}
