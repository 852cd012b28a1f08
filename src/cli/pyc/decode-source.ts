/** Source files in other encodings, by the host's decoders: there is no interpreter here to ask for a codec. */
import { SyntaxDiagnostic } from '../../diagnostics/syntax-diagnostic.ts';

/** Python's names for what the Encoding Standard calls otherwise. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['cp1250', 'windows-1250'],
  ['cp1251', 'windows-1251'],
  ['cp1252', 'windows-1252'],
  ['cp866', 'ibm866'],
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['gb2312', 'gbk'],
]);

/**
 * Text of source bytes; null where the host does not know the encoding.
 *
 * @throws SyntaxDiagnostic for bytes that the encoding has no characters for
 */
export function decodeSource(encoding: string, bytes: Uint8Array): string | null {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  try {
    return new TextDecoder(LABELS.get(name) ?? name.replace(/^iso8859/, 'iso-8859'), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    if (!(error instanceof TypeError)) throw error;
    throw new SyntaxDiagnostic('SyntaxError', `encoding problem: ${encoding}`, 0, -1, null, null, null);
  }
}
