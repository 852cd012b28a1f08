/**
 * Where the oracle, an earlier release of CPython 3.14, complains otherwise than the latest one, which we follow:
 *
 * | source | oracle | since then |
 * |---|---|---|
 * | `a <> b` | "invalid syntax" | "Maybe you meant '!=' instead of '<>'?"; elsewhere `<` and `>` are two tokens |
 * | `'é' 0777`, `'é' ur''` | columns in bytes | columns in characters |
 */

/** Whether a complaint, or what `tokenize` makes of a text, is about `<>`. */
export function isAboutNotEqual(source: string): boolean {
  return source.includes('<>');
}

/** Whether a complaint has its columns in bytes, which later ones have in characters. */
export function hasByteColumns(complaint: string): boolean {
  return /\bleading zeros in decimal|prefixes are incompatible\b/.test(complaint);
}

/** A complaint of the oracle, with columns as later releases count them. */
export function withLaterColumns(outcome: readonly unknown[]): readonly unknown[] {
  const [kind, message, lineno, offset, endLineno, endOffset, text, ...rest] = outcome;
  if (kind !== 'SyntaxError' || !hasByteColumns(String(message)) || typeof text !== 'string') return outcome;
  const bytes = new TextEncoder().encode(text);
  const column = (byteColumn: unknown): number =>
    [...new TextDecoder().decode(bytes.subarray(0, Number(byteColumn) - 1))].length + 1;
  return [kind, message, lineno, column(offset), endLineno, column(endOffset), text, ...rest];
}
