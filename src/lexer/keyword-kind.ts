/** Tells keywords from names without making a string of the identifier. */
import * as T from './token.ts';

/** The kind of the identifier `text[start..end)`: that of a keyword, or NAME. */
export function keywordKind(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > 8) return T.NAME;
  // The first letter and the length leave at most two candidates.
  switch (text.charCodeAt(start)) {
    case 70: // F
      return length === 5 && text.startsWith('False', start) ? T.FALSE : T.NAME;
    case 78: // N
      return length === 4 && text.startsWith('None', start) ? T.NONE : T.NAME;
    case 84: // T
      return length === 4 && text.startsWith('True', start) ? T.TRUE : T.NAME;
    case 97: // a
      if (length === 2) return text.charCodeAt(start + 1) === 115 ? T.AS : T.NAME;
      if (length === 3) return text.startsWith('and', start) ? T.AND : T.NAME;
      if (length === 5) {
        if (text.startsWith('async', start)) return T.ASYNC;
        return text.startsWith('await', start) ? T.AWAIT : T.NAME;
      }
      return length === 6 && text.startsWith('assert', start) ? T.ASSERT : T.NAME;
    case 98: // b
      return length === 5 && text.startsWith('break', start) ? T.BREAK : T.NAME;
    case 99: // c
      if (length === 5) return text.startsWith('class', start) ? T.CLASS : T.NAME;
      return length === 8 && text.startsWith('continue', start) ? T.CONTINUE : T.NAME;
    case 100: // d
      if (length !== 3 || text.charCodeAt(start + 1) !== 101) return T.NAME;
      return text.charCodeAt(start + 2) === 102 ? T.DEF : text.charCodeAt(start + 2) === 108 ? T.DEL : T.NAME;
    case 101: // e
      if (length === 4) {
        if (text.startsWith('else', start)) return T.ELSE;
        return text.startsWith('elif', start) ? T.ELIF : T.NAME;
      }
      return length === 6 && text.startsWith('except', start) ? T.EXCEPT : T.NAME;
    case 102: // f
      if (length === 3) return text.startsWith('for', start) ? T.FOR : T.NAME;
      if (length === 4) return text.startsWith('from', start) ? T.FROM : T.NAME;
      return length === 7 && text.startsWith('finally', start) ? T.FINALLY : T.NAME;
    case 103: // g
      return length === 6 && text.startsWith('global', start) ? T.GLOBAL : T.NAME;
    case 105: // i
      if (length === 2) {
        const second = text.charCodeAt(start + 1);
        return second === 102 ? T.IF : second === 110 ? T.IN : second === 115 ? T.IS : T.NAME;
      }
      return length === 6 && text.startsWith('import', start) ? T.IMPORT : T.NAME;
    case 108: // l
      return length === 6 && text.startsWith('lambda', start) ? T.LAMBDA : T.NAME;
    case 110: // n
      if (length === 3) return text.startsWith('not', start) ? T.NOT : T.NAME;
      return length === 8 && text.startsWith('nonlocal', start) ? T.NONLOCAL : T.NAME;
    case 111: // o
      return length === 2 && text.charCodeAt(start + 1) === 114 ? T.OR : T.NAME;
    case 112: // p
      return length === 4 && text.startsWith('pass', start) ? T.PASS : T.NAME;
    case 114: // r
      if (length === 5) return text.startsWith('raise', start) ? T.RAISE : T.NAME;
      return length === 6 && text.startsWith('return', start) ? T.RETURN : T.NAME;
    case 116: // t
      return length === 3 && text.startsWith('try', start) ? T.TRY : T.NAME;
    case 119: // w
      if (length === 4) return text.startsWith('with', start) ? T.WITH : T.NAME;
      return length === 5 && text.startsWith('while', start) ? T.WHILE : T.NAME;
    case 121: // y
      return length === 5 && text.startsWith('yield', start) ? T.YIELD : T.NAME;
    default:
      return T.NAME;
  }
}
