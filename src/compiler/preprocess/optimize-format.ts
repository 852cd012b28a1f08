/**
 * `'%s and %r' % (a, b)` as the f-string that it is.
 *
 * @cpython Python/ast_preprocess.c optimize_format (3.14)
 */
import { textFromCodePoints, WideString } from '../../base/constant.ts';
import { type BinOp, Constant, type expr, FormattedValue, JoinedStr } from '../../ast/nodes.generated.ts';

const PERCENT = 37;
const MAX_DIGITS = 3;

/** Format text as code points, for str and WideString alike. */
function codePointsOf(text: string | WideString): ArrayLike<number> {
  if (text instanceof WideString) return text.codePoints;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

class FormatReader {
  private readonly format: ArrayLike<number>;
  position = 0;

  constructor(format: ArrayLike<number>) {
    this.format = format;
  }

  get isAtEnd(): boolean {
    return this.position >= this.format.length;
  }

  /** The text up to the next conversion, or null if there is none. */
  literal(): expr | null {
    const { format } = this;
    const start = this.position;
    const text: number[] = [];
    while (this.position < format.length) {
      const char = format[this.position]!;
      if (char === PERCENT) {
        if (format[this.position + 1] !== PERCENT) break;
        this.position++;
      }
      text.push(char);
      this.position++;
    }
    if (this.position === start) return null;
    return Constant(textFromCodePoints(Uint32Array.from(text)), null, -1, -1, -1, -1);
  }

  private digits(): number | null {
    let value = 0;
    let count = 0;
    for (;;) {
      const digit = (this.format[this.position] ?? -1) - 48;
      if (!(digit >= 0 && digit <= 9)) return value;
      value = value * 10 + digit;
      this.position++;
      if (this.position >= this.format.length || ++count >= MAX_DIGITS) return null;
    }
  }

  /** The conversion after a `%`, or null if it is one that f-strings lack. */
  conversion(arg: expr): expr | null {
    const { format } = this;
    let isLeftAligned = false;
    for (; ; this.position++) {
      const char = format[this.position];
      if (char === 45) isLeftAligned = true;
      else if (char !== 43 && char !== 32 && char !== 35 && char !== 48) break;
    }
    if (this.isAtEnd) return null;
    let width = -1;
    if (isDigit(format[this.position]!)) {
      const value = this.digits();
      if (value === null) return null;
      width = value;
    }
    let precision = -1;
    if (format[this.position] === 46) {
      this.position++;
      if (this.isAtEnd) return null;
      const value = this.digits();
      if (value === null) return null;
      precision = value;
    }
    const conversion = format[this.position++]!;
    if (conversion !== 115 && conversion !== 114 && conversion !== 97) return null;
    let spec = '';
    if (!isLeftAligned && width > 0) spec += '>';
    if (width >= 0) spec += String(width);
    if (precision >= 0) spec += `.${precision}`;
    return FormattedValue(
      arg,
      conversion,
      spec === '' ? null : Constant(spec, null, -1, -1, -1, -1),
      arg.lineno,
      arg.col_offset,
      arg.end_lineno,
      arg.end_col_offset,
    );
  }
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

/** The f-string for a `%` operation on a constant format and a tuple display, or the node itself. */
export function optimizeFormat(e: BinOp): expr {
  if (e.op !== 'Mod' || e.left.node !== 'Constant' || e.right.node !== 'Tuple') return e;
  const format = e.left.value;
  if (typeof format !== 'string' && !(format instanceof WideString)) return e;
  const { elts } = e.right;
  if (elts.some((item) => item.node === 'Starred')) return e;
  const reader = new FormatReader(codePointsOf(format));
  const values: expr[] = [];
  let count = 0;
  for (;;) {
    const literal = reader.literal();
    if (literal !== null) values.push(literal);
    if (reader.isAtEnd) break;
    if (count >= elts.length) return e;
    reader.position++;
    const value = reader.conversion(elts[count++]!);
    if (value === null) return e;
    values.push(value);
  }
  if (count < elts.length) return e;
  return JoinedStr(values, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
}
