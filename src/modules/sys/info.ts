/** The records of `sys`: `flags`, `version_info`, `float_info`, `hash_info`… @cpython Python/sysmodule.c */
import { None, PyFloat, type Value } from '../../objects/core/index.ts';
import { structSequenceType, type StructSequenceType } from '../../objects/structseq/index.ts';
import type { Interpreter } from '../../runtime/index.ts';
import { PYTHON_VERSION } from './version.ts';

function record(name: string, doc: string, fields: readonly string[], visible = fields.length): StructSequenceType {
  // Of these there is one each.
  const isInstantiable = name !== 'flags' && name !== 'version_info';
  return structSequenceType({
    name: `sys.${name}`,
    doc,
    fields: fields.map((field) => [field, ''] as const),
    visible,
    isInstantiable,
  });
}

export const versionInfoRecord = record('version_info', 'sys.version_info\n\nVersion information as a named tuple.', [
  'major',
  'minor',
  'micro',
  'releaselevel',
  'serial',
]);
const flagsRecord = record(
  'flags',
  'sys.flags\n\nFlags provided through command line arguments or environment vars.',
  [
    'debug',
    'inspect',
    'interactive',
    'optimize',
    'dont_write_bytecode',
    'no_user_site',
    'no_site',
    'ignore_environment',
    'verbose',
    'bytes_warning',
    'quiet',
    'hash_randomization',
    'isolated',
    'dev_mode',
    'utf8_mode',
    'warn_default_encoding',
    'safe_path',
    'int_max_str_digits',
    'gil',
    'thread_inherit_context',
    'context_aware_warnings',
  ],
  18,
);
const floatInfoRecord = record(
  'float_info',
  "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  ['max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'],
);
const intInfoRecord = record(
  'int_info',
  "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
  ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'],
);
const hashInfoRecord = record(
  'hash_info',
  'hash_info\n\nA named tuple providing parameters used for computing\nhashes. The attributes are read only.',
  ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'],
);
const threadInfoRecord = record(
  'thread_info',
  'sys.thread_info\n\nA named tuple holding information about the thread implementation.',
  ['name', 'lock', 'version'],
);
export const asyncgenHooksRecord = structSequenceType({
  name: 'asyncgen_hooks',
  doc: 'asyncgen_hooks\n\nNamed tuple containing information about asynchronous\ngenerators hooks. The attributes are read only.',
  fields: [
    ['firstiter', 'Called when an async generator is first iterated.'],
    ['finalizer', 'Called when an async generator is about to be finalized.'],
  ],
});
export const unraisableRecord = structSequenceType({
  name: 'UnraisableHookArgs',
  doc: 'UnraisableHookArgs\n\nType used to pass arguments to sys.unraisablehook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['err_msg', 'Error message'],
    ['object', 'Object causing the exception'],
  ],
});

export const sysRecordSpecs = [
  versionInfoRecord,
  flagsRecord,
  floatInfoRecord,
  intInfoRecord,
  hashInfoRecord,
  threadInfoRecord,
  asyncgenHooksRecord,
  unraisableRecord,
].map((sequence) => sequence.spec);

export function versionInfo(): Value {
  const { major, minor, micro, releaselevel, serial } = PYTHON_VERSION;
  return versionInfoRecord.make([major, minor, micro, releaselevel, serial]);
}

function flags(interpreter: Interpreter): Value {
  const { config } = interpreter;
  return flagsRecord.make([
    config.debug,
    config.inspect ? 1 : 0,
    config.interactive ? 1 : 0,
    config.optimizationLevel,
    config.writeBytecode ? 0 : 1,
    config.userSiteDirectory ? 0 : 1,
    config.siteImport ? 0 : 1,
    config.useEnvironment ? 0 : 1,
    config.verbose,
    config.bytesWarning,
    config.quiet ? 1 : 0,
    config.hashSeed === 0 ? 0 : 1,
    config.isolated ? 1 : 0,
    config.devMode,
    config.utf8Mode ? 1 : 0,
    0,
    config.safePath,
    interpreter.intMaxStrDigits,
    1,
    0,
    0,
  ]);
}

/** The constant records. */
export function sysRecords(interpreter: Interpreter): Record<string, Value> {
  return {
    version_info: versionInfo(),
    flags: flags(interpreter),
    float_info: floatInfoRecord.make([
      new PyFloat(Number.MAX_VALUE),
      1024,
      308,
      new PyFloat(2.2250738585072014e-308),
      -1021,
      -307,
      15,
      53,
      new PyFloat(Number.EPSILON),
      2,
      1,
    ]),
    int_info: intInfoRecord.make([30, 4, 4300, 640]),
    hash_info: hashInfoRecord.make([64, 2305843009213693951n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]),
    thread_info: threadInfoRecord.make(['pthread', 'semaphore', None]),
  };
}
