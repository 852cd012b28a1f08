/**
 * How an interpreter is configured: what options, environment and installation come to.
 *
 * @cpython Include/cpython/initconfig.h PyConfig
 */

/** What is compiled to JavaScript: nothing, hot code, or (to test it) everything at once, also leaving it all the time. */
export type JitMode = 'off' | 'on' | 'force' | 'stress';

export interface JitSettings {
  readonly mode: JitMode;
  /** Prints the generated sources, and at the end figures, to standard error. */
  readonly dumps: boolean;
  readonly showsStatistics: boolean;
}

export interface Config {
  /** `-I`, `-E`, `-s`, `-S`, `-P`. */
  readonly isolated: boolean;
  readonly useEnvironment: boolean;
  readonly userSiteDirectory: boolean;
  readonly siteImport: boolean;
  readonly safePath: boolean;
  /** `-B`: initial value of `sys.dont_write_bytecode`. */
  readonly writeBytecode: boolean;
  /** `-O` counted. */
  readonly optimizationLevel: number;
  readonly verbose: number;
  readonly quiet: boolean;
  readonly inspect: boolean;
  readonly interactive: boolean;
  /** `-u` not given. */
  readonly bufferedStdio: boolean;
  readonly bytesWarning: number;
  readonly devMode: boolean;
  readonly debug: number;
  readonly utf8Mode: boolean;
  /** `PYTHONHASHSEED`: null is random. */
  readonly hashSeed: number | null;
  readonly intMaxStrDigits: number;
  readonly checkHashPycsMode: 'default' | 'always' | 'never';
  readonly pycachePrefix: string | null;
  readonly warnOptions: readonly string[];
  readonly xOptions: readonly (readonly [string, string | true])[];
  readonly executable: string;
  readonly prefix: string;
  /** Directory of the standard library's `.py` files. */
  readonly stdlibDirectory: string;
  readonly modulePath: readonly string[];
  /** `sys.argv`, `sys.orig_argv`. */
  readonly argv: readonly string[];
  readonly originalArgv: readonly string[];
  readonly stdioEncoding: string;
  readonly stdioErrors: string;
  readonly jit: JitSettings;
}

export const DEFAULT_CONFIG: Config = {
  isolated: false,
  useEnvironment: true,
  userSiteDirectory: true,
  siteImport: true,
  safePath: false,
  writeBytecode: true,
  optimizationLevel: 0,
  verbose: 0,
  quiet: false,
  inspect: false,
  interactive: false,
  bufferedStdio: true,
  bytesWarning: 0,
  devMode: false,
  debug: 0,
  utf8Mode: false,
  hashSeed: null,
  intMaxStrDigits: 4300,
  checkHashPycsMode: 'default',
  pycachePrefix: null,
  warnOptions: [],
  xOptions: [],
  executable: '',
  prefix: '',
  stdlibDirectory: '',
  modulePath: [],
  argv: [''],
  originalArgv: [],
  stdioEncoding: 'utf-8',
  stdioErrors: 'strict',
  jit: { mode: 'off', dumps: false, showsStatistics: false },
};
