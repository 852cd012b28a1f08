/** Decodes literals once more, for the complaint that the parser only knew to be one. */
import { UnicodeComplaint } from '../../diagnostics/syntax-diagnostic.ts';
import { EscapeError, type InvalidEscape } from '../decode-escapes.ts';
import { DEFAULT_INT_MAX_STR_DIGITS, parseNumber } from '../number-literal.ts';
import { StatementParser } from '../statement-parser.ts';
import type { Complaints } from './complaints.ts';
import { makeMatch } from './machine.ts';

export class LiteralChecker extends StatementParser {
  /** Literals whose invalid escapes were warned of: rules that are tried again give no warning again. */
  private readonly warned = new Set<number>();
  /** No warnings: rules for mistakes are being tried. */
  isSilent = false;

  override warnInvalidEscape(escape: InvalidEscape, body: string, literal: number, token: number): void {
    if (this.isSilent || this.warned.has(literal)) return;
    this.warned.add(literal);
    super.warnInvalidEscape(escape, body, literal, token);
  }

  override escapeFailure(error: EscapeError): unknown {
    return error;
  }

  /** Complains of a decimal literal with too many digits. @cpython Parser/pegen.c _PyPegen_number_token (3.14) */
  checkNumber(token: number, complaints: Complaints): void {
    const spelling = this.text.slice(this.starts[token]!, this.ends[token]!);
    const limit = this.options.intMaxStrDigits ?? DEFAULT_INT_MAX_STR_DIGITS;
    if (this.featureVersion < 6 && spelling.includes('_')) {
      complaints.last('Underscores in numeric literals are only supported in Python 3.6 and greater');
    }
    const value = parseNumber(spelling, limit);
    if (value === null || typeof value !== 'object' || !('tooManyDigits' in value)) return;
    complaints.known(
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${value.tooManyDigits} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
        'avoid decimal conversion limits.',
      this.lines[token]!,
      -1,
      this.endLines[token]!,
      -1,
    );
  }

  /** Complains of a STRING that cannot be decoded; says whether it is bytes. */
  checkString(token: number, complaints: Complaints): boolean {
    const spelling = this.text.slice(this.starts[token]!, this.ends[token]!);
    const isBytes = /^[bBrR]*[bB]/.test(spelling);
    if (isBytes && /[^\x00-\x7f]/.test(spelling)) {
      const match = makeMatch('token', token, token);
      complaints.range(match, match, 'bytes can only contain ASCII literal characters');
    }
    try {
      this.string(token);
    } catch (error) {
      if (!(error instanceof EscapeError)) throw error;
      complaints.last(error.message);
    }
    return isBytes;
  }

  /**
   * Complains of a part of an f-string that cannot be decoded; in a format specification CPython lets the bare
   * UnicodeDecodeError out.
   */
  checkMiddle(token: number, isRaw: boolean, isInSpec: boolean, complaints: Complaints): void {
    const body = this.text.slice(this.starts[token]!, this.ends[token]!);
    if (isRaw || !body.includes('\\')) return;
    try {
      this.textBody(body, token, isInSpec);
    } catch (error) {
      if (!(error instanceof EscapeError)) throw error;
      if (isInSpec && error.failure !== null) throw new UnicodeComplaint(error.failure);
      complaints.last(error.message);
    }
  }
}
