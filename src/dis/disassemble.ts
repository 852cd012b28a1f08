/**
 * Disassembly as text: for 2.7 and 3.6 to 3.14 the same as that version's `python -m dis` prints, for others in the form of
 * the nearest of these.
 */
import { isCode, pythonOf, type AnyCode } from '../code/foreign-code.ts';
import { ConstantText } from './constant-text.ts';
import { LABELS_SINCE, makeDialect } from './dialect.ts';
import { Listing } from './listing.ts';
import { ClassicRows } from './rows-classic.ts';
import { LabelledRows, type RowOptions } from './rows-labelled.ts';

/** What is shown. */
export interface DisassembleOptions extends RowOptions {
  /**
   * How many levels of nested code objects. By default as many as the version's own `python -m dis` shows: all, but none
   * for 2.7 and 3.6.
   */
  readonly depth?: number;
}

/**
 * Disassembles a code object of any version and those nested in it; the text ends in a newline.
 *
 * @throws DisassemblyError where an argument refers to nothing, or the text would be without end
 */
export function disassemble(code: AnyCode, options: DisassembleOptions = {}): string {
  const dialect = makeDialect(pythonOf(code));
  const constants = new ConstantText(dialect.python);
  const listing = new Listing();
  const seen = new Set<AnyCode>();
  const visit = (current: AnyCode, depth: number): void => {
    if (!seen.has(current)) listing.allow(current.co_code.length);
    seen.add(current);
    if (dialect.python >= LABELS_SINCE) new LabelledRows(current, dialect, constants, listing, options).write();
    else new ClassicRows(current, dialect, constants, listing).write(options.showCaches ?? false);
    if (depth <= 0) return;
    for (const constant of current.co_consts) {
      if (!isCode(constant)) continue;
      listing.push('');
      listing.push(`Disassembly of ${constants.code(constant)}:`);
      visit(constant, depth - 1);
    }
  };
  visit(code, options.depth ?? dialect.ownDepth);
  return listing.toString();
}
