/** `_stat`: file modes. @cpython Modules/_stat.c */
import {
  index,
  nativeFunction,
  overflowError,
  strFromUtf16,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';

const S_IFMT = 0o170000;

// prettier-ignore
const CONSTANTS: Readonly<Record<string, number>> = {
  SF_APPEND: 262144, SF_ARCHIVED: 65536, SF_DATALESS: 1073741824, SF_FIRMLINK: 8388608, SF_IMMUTABLE: 131072,
  SF_NOUNLINK: 1048576, SF_SETTABLE: 4294901760, SF_SNAPSHOT: 2097152, ST_ATIME: 7, ST_CTIME: 9, ST_DEV: 2, ST_GID: 5,
  ST_INO: 1, ST_MODE: 0, ST_MTIME: 8, ST_NLINK: 3, ST_SIZE: 6, ST_UID: 4, S_ENFMT: 1024, S_IEXEC: 64, S_IFBLK: 24576,
  S_IFCHR: 8192, S_IFDIR: 16384, S_IFDOOR: 0, S_IFIFO: 4096, S_IFLNK: 40960, S_IFPORT: 0, S_IFREG: 32768,
  S_IFSOCK: 49152, S_IFWHT: 0, S_IREAD: 256, S_IRGRP: 32, S_IROTH: 4, S_IRUSR: 256, S_IRWXG: 56, S_IRWXO: 7,
  S_IRWXU: 448, S_ISGID: 1024, S_ISUID: 2048, S_ISVTX: 512, S_IWGRP: 16, S_IWOTH: 2, S_IWRITE: 128, S_IWUSR: 128,
  S_IXGRP: 8, S_IXOTH: 1, S_IXUSR: 64, UF_APPEND: 4, UF_COMPRESSED: 32, UF_DATAVAULT: 128, UF_HIDDEN: 32768,
  UF_IMMUTABLE: 2, UF_NODUMP: 1, UF_NOUNLINK: 16, UF_OPAQUE: 8, UF_SETTABLE: 65535, UF_TRACKED: 64,
};

/** A mode argument. @throws OverflowError */
function modeOf(value: Value): number {
  const mode = Number(index(value));
  if (mode < 0 || mode > 0xffffffff) throw overflowError('mode out of range');
  return mode;
}

function isType(bits: number): NativeSpec {
  return nativeFunction('($module, mode, /)', (mode: Value) => bits !== 0 && (modeOf(mode) & S_IFMT) === bits);
}

const TYPE_LETTERS: ReadonlyMap<number, string> = new Map([
  [0o100000, '-'],
  [0o040000, 'd'],
  [0o120000, 'l'],
  [0o060000, 'b'],
  [0o020000, 'c'],
  [0o010000, 'p'],
  [0o140000, 's'],
]);

/** `-rwxr-xr-x` */
function fileMode(value: Value): Value {
  const mode = modeOf(value);
  const letters = [TYPE_LETTERS.get(mode & S_IFMT) ?? '?'];
  for (const [shift, special, lower, upper] of [
    [6, 0o4000, 's', 'S'],
    [3, 0o2000, 's', 'S'],
    [0, 0o1000, 't', 'T'],
  ] as const) {
    const bits = mode >> shift;
    letters.push(bits & 4 ? 'r' : '-', bits & 2 ? 'w' : '-');
    letters.push(mode & special ? (bits & 1 ? lower : upper) : bits & 1 ? 'x' : '-');
  }
  return strFromUtf16(letters.join(''));
}

export const statModule = defineModule('_stat', {
  functions: {
    S_ISDIR: isType(0o040000),
    S_ISCHR: isType(0o020000),
    S_ISBLK: isType(0o060000),
    S_ISREG: isType(0o100000),
    S_ISFIFO: isType(0o010000),
    S_ISLNK: isType(0o120000),
    S_ISSOCK: isType(0o140000),
    S_ISDOOR: isType(0),
    S_ISPORT: isType(0),
    S_ISWHT: isType(0),
    S_IMODE: nativeFunction(
      '($module, mode, /)',
      (mode: Value) => modeOf(mode) & 0o7777,
      "Return the portion of the file's mode that can be set by os.chmod().",
    ),
    S_IFMT: nativeFunction(
      '($module, mode, /)',
      (mode: Value) => modeOf(mode) & S_IFMT,
      "Return the portion of the file's mode that describes the file type.",
    ),
    filemode: nativeFunction(
      '($module, mode, /)',
      fileMode,
      "Convert a file's mode to a string of the form '-rwxrwxrwx'",
    ),
  },
  constants: () => CONSTANTS,
});
