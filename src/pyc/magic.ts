/**
 * The magic numbers that begin `.pyc` files: which Python wrote this?
 *
 * The number is the first two bytes; `\r\n` follows, so that a file changed by a text-mode copy is noticed. A number is
 * used once and means one bytecode format. Before 3.11 the numbers followed no rule; since then 3.n starts at 2900+50n.
 *
 * @cpython Include/internal/pycore_magic_number.h (3.14, 3.15)
 */

/** Which Python a magic number stands for. */
export interface PythonVersion {
  readonly implementation: 'CPython' | 'PyPy' | 'GraalPy' | 'Jython' | 'Pyston';
  /** Such as `3.14`; a pre-release has its tag, as in `3.14a1`. */
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly magic: number;
  /** Python 2 run with `-U`, where all string literals were Unicode. */
  readonly isUnicodeMode: boolean;
}

/** First and last magic number, version. */
const CPYTHON_MAGICS: readonly (readonly [first: number, last: number, version: string])[] = [
  [11913, 11913, '1.3'],
  [5892, 5892, '1.4'],
  [20121, 20121, '1.5'],
  [50428, 50428, '1.6'],
  [50823, 50823, '2.0'],
  [60202, 60202, '2.1'],
  [60717, 60717, '2.2'],
  [62021, 62021, '2.3a0'],
  [62011, 62011, '2.3'],
  [62041, 62041, '2.4a0'],
  [62051, 62051, '2.4a3'],
  [62061, 62061, '2.4'],
  [62071, 62071, '2.5a0'],
  [62081, 62081, '2.5a0'],
  [62091, 62092, '2.5a0'],
  [62101, 62101, '2.5b3'],
  [62111, 62111, '2.5b3'],
  [62121, 62121, '2.5c1'],
  [62131, 62131, '2.5'],
  [62151, 62151, '2.6a0'],
  [62161, 62161, '2.6'],
  [62171, 62171, '2.7a0'],
  [62181, 62181, '2.7a0'],
  [62191, 62191, '2.7a0'],
  [62201, 62201, '2.7a0'],
  [62211, 62211, '2.7'],
  [3000, 3000, '3.0a0'],
  [3010, 3010, '3.0a0'],
  [3020, 3020, '3.0a0'],
  [3030, 3030, '3.0a0'],
  [3040, 3040, '3.0a0'],
  [3050, 3050, '3.0a0'],
  [3060, 3061, '3.0a0'],
  [3071, 3071, '3.0a0'],
  [3081, 3081, '3.0a0'],
  [3091, 3091, '3.0a0'],
  [3101, 3101, '3.0a0'],
  [3103, 3103, '3.0a0'],
  [3111, 3111, '3.0a4'],
  [3131, 3131, '3.0'],
  [3141, 3141, '3.1a1'],
  [3151, 3151, '3.1'],
  [3160, 3160, '3.2a1'],
  [3170, 3170, '3.2a2'],
  [3180, 3180, '3.2'],
  [3190, 3190, '3.3a1'],
  [3200, 3200, '3.3a1'],
  [3210, 3210, '3.3a1'],
  [3220, 3220, '3.3a2'],
  [3230, 3230, '3.3'],
  [3250, 3250, '3.4a1'],
  [3260, 3260, '3.4a1'],
  [3270, 3270, '3.4a1'],
  [3280, 3280, '3.4a1'],
  [3290, 3290, '3.4a4'],
  [3300, 3300, '3.4a4'],
  [3310, 3310, '3.4'],
  [3320, 3320, '3.5a1'],
  [3330, 3330, '3.5b1'],
  [3340, 3340, '3.5b2'],
  [3350, 3351, '3.5'],
  [3360, 3360, '3.6a0'],
  [3361, 3361, '3.6a1'],
  [3370, 3372, '3.6a2'],
  [3373, 3373, '3.6b1'],
  [3375, 3377, '3.6b1'],
  [3378, 3378, '3.6b2'],
  [3379, 3379, '3.6'],
  [3390, 3390, '3.7a1'],
  [3391, 3391, '3.7a2'],
  [3392, 3392, '3.7a4'],
  [3393, 3393, '3.7b1'],
  [3394, 3394, '3.7'],
  [3400, 3401, '3.8a1'],
  [3410, 3410, '3.8a1'],
  [3411, 3412, '3.8b2'],
  [3413, 3413, '3.8'],
  [3420, 3422, '3.9a0'],
  [3423, 3424, '3.9a2'],
  [3425, 3425, '3.9'],
  [3430, 3431, '3.10a1'],
  [3432, 3433, '3.10a2'],
  [3434, 3434, '3.10a6'],
  [3435, 3435, '3.10a7'],
  [3436, 3438, '3.10b1'],
  [3439, 3439, '3.10'],
  [3450, 3461, '3.11a1'],
  [3462, 3462, '3.11a2'],
  [3463, 3465, '3.11a3'],
  [3466, 3474, '3.11a4'],
  [3475, 3485, '3.11a5'],
  [3486, 3491, '3.11a6'],
  [3492, 3494, '3.11a7'],
  [3495, 3495, '3.11'],
  [3500, 3509, '3.12a1'],
  [3510, 3512, '3.12a2'],
  [3513, 3514, '3.12a4'],
  [3515, 3517, '3.12a5'],
  [3518, 3520, '3.12a6'],
  [3521, 3524, '3.12a7'],
  [3525, 3530, '3.12b1'],
  [3531, 3531, '3.12'],
  [3550, 3568, '3.13a1'],
  [3569, 3569, '3.13a5'],
  [3570, 3570, '3.13a6'],
  [3571, 3571, '3.13'],
  [3600, 3608, '3.14a1'],
  [3609, 3609, '3.14a2'],
  [3610, 3613, '3.14a4'],
  [3614, 3616, '3.14a5'],
  [3617, 3620, '3.14a6'],
  [3621, 3623, '3.14a7'],
  [3624, 3624, '3.14b1'],
  [3625, 3625, '3.14b3'],
  [3626, 3626, '3.14rc2'],
  [3627, 3627, '3.14'],
  [3650, 3650, '3.15a0'],
  [3651, 3665, '3.15a1'],
  [3666, 3666, '3.15'],
];

const OTHER_MAGICS: readonly (readonly [
  magic: number,
  implementation: PythonVersion['implementation'],
  version: string,
])[] = [
  [48, 'PyPy', '3.2'],
  [3187, 'PyPy', '3.2'],
  [64, 'PyPy', '3.3'],
  [112, 'PyPy', '3.5'],
  [160, 'PyPy', '3.6'],
  [192, 'PyPy', '3.6'],
  [224, 'PyPy', '3.7'],
  [240, 'PyPy', '3.7'],
  [256, 'PyPy', '3.8'],
  [320, 'PyPy', '3.9'],
  [336, 'PyPy', '3.9'],
  [384, 'PyPy', '3.10'],
  [416, 'PyPy', '3.11'],
  [62218, 'PyPy', '2.7'],
  [21150, 'GraalPy', '3.8'],
  [1011, 'Jython', '2.7'],
  [22138, 'Pyston', '2.7'],
  [2657, 'Pyston', '2.7'],
];

function pythonVersion(
  implementation: PythonVersion['implementation'],
  version: string,
  magic: number,
  isUnicodeMode = false,
): PythonVersion {
  const [major, minor] = version.split('.').map((part) => Number.parseInt(part, 10)) as [number, number];
  return { implementation, version, major, minor, magic, isUnicodeMode };
}

/** The Python of a magic number, if any is known. */
export function versionOfMagic(magic: number): PythonVersion | undefined {
  for (const [first, last, version] of CPYTHON_MAGICS)
    if (magic >= first && magic <= last) return pythonVersion('CPython', version, magic);
  for (const [other, implementation, version] of OTHER_MAGICS)
    if (magic === other) return pythonVersion(implementation, version, magic);
  // -U added one to the magic number of Python 1.6 to 2.7.
  for (const [first, , version] of CPYTHON_MAGICS)
    if (magic === first + 1 && /^(?:1\.6|2\.)/.test(version)) return pythonVersion('CPython', version, magic, true);
  return undefined;
}

/** The Python that wrote a file beginning with these bytes, if it is a `.pyc`. */
export function identify(bytes: Uint8Array): PythonVersion | undefined {
  if (bytes.length < 4) return undefined;
  const magic = bytes[0]! | (bytes[1]! << 8);
  // Before 1.3 the number took all four bytes.
  if (bytes[2] === 0x99 && bytes[3] === 0 && (bytes[1] === 0x99 || bytes[1] === 0x09)) {
    if (bytes[0] === 0x02) return pythonVersion('CPython', '1.0', magic);
    if (bytes[0] === 0x03) return pythonVersion('CPython', '1.1', magic);
  }
  if (bytes[2] !== 0x0d || bytes[3] !== 0x0a) return undefined;
  return versionOfMagic(magic);
}

/** First magic numbers of CPython 3 whose headers have the source's size, and flags. */
const MAGIC_WITH_SIZE = 3210;
const MAGIC_WITH_FLAGS = 3392;

/** Bytes of the header of a `.pyc`: 8, 12 from 3.3 on, 16 from 3.7 on. */
export function headerSizeOf({ implementation, major, minor, magic }: PythonVersion): 8 | 12 | 16 {
  if (major < 3) return 8;
  // Pre-releases differ from the releases before and after them.
  if (implementation === 'CPython') return magic >= MAGIC_WITH_FLAGS ? 16 : magic >= MAGIC_WITH_SIZE ? 12 : 8;
  return minor >= 7 ? 16 : minor >= 3 ? 12 : 8;
}

/**
 * The version whose bytecode a file holds, as major × 100 + minor; `undefined` where nobody knows its format: pre-releases
 * and other implementations.
 */
export function bytecodeVersion({ implementation, version, major, minor }: PythonVersion): number | undefined {
  return implementation === 'CPython' && /^\d+\.\d+$/.test(version) ? major * 100 + minor : undefined;
}

/** What `file` would say of these bytes: `python 3.6 byte-compiled`, or `data`. */
export function describePyc(bytes: Uint8Array): string {
  const python = identify(bytes);
  if (python === undefined) return bytes.length === 0 ? 'empty' : 'data';
  const name = python.implementation === 'CPython' ? 'python' : python.implementation.toLowerCase();
  return `${name} ${python.version} byte-compiled`;
}
