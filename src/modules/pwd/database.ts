/** The files of users and groups: lines of fields with colons. */
import { HostError } from '../../host/contract.ts';
import { currentInterpreter } from '../../runtime/index.ts';

const O_RDONLY = 0;
const CHUNK = 64 * 1024;

/** The fields of each line of a database file; none where there is no such file. */
export function readDatabase(path: string, fieldCount: number): string[][] {
  const { fs } = currentInterpreter().host;
  let text = '';
  try {
    const fd = fs.open(path, O_RDONLY, 0);
    try {
      const decoder = new TextDecoder();
      const buffer = new Uint8Array(CHUNK);
      for (let count = fs.read(fd, buffer, 0, CHUNK); count > 0; count = fs.read(fd, buffer, 0, CHUNK)) {
        text += decoder.decode(buffer.subarray(0, count), { stream: true });
      }
    } finally {
      fs.close(fd);
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length === fieldCount && !fields[0]!.startsWith('#'));
}
