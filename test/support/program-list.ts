/** Reads lists of programs: files in which lines of `%%%` stand between programs. */
import { readFileSync } from 'node:fs';

export function readPrograms(url: URL): string[] {
  return readFileSync(url, 'utf8')
    .split(/^%%%\n/m)
    .filter((program) => program !== '');
}
