/** From options and environment to an interpreter's configuration. @cpython Python/initconfig.c, Modules/getpath.py */
import type { Host } from '../host/contract.ts';
import { DEFAULT_CONFIG, type Config } from '../runtime/index.ts';
import type { Options } from './options.ts';

/** A start that cannot be made: the message CPython ends with. */
export class StartError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Number of an environment variable: set and not a number counts as 1. @cpython get_env_flag */
function flagOf(value: string | undefined): number {
  if (value === undefined || value === '') return 0;
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) || number < 0 ? 1 : number === 0 ? 0 : number;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function hashSeed(value: string | undefined): number | null {
  if (value === undefined || value === '' || value === 'random') return null;
  if (!/^\d+$/.test(value) || Number(value) > 4294967295) {
    throw new StartError('PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]');
  }
  return Number(value);
}

function maxDigits(value: string, where: string): number {
  const digits = /^\d+$/.test(value) ? Number(value) : NaN;
  if (Number.isNaN(digits) || (digits !== 0 && digits < 640) || digits > 2147483647) {
    throw new StartError(`${where}: invalid limit; must be >= 640 or 0 for unlimited.`);
  }
  return digits;
}

function xOption(text: string): readonly [string, string | true] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, true] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** `-W` and PYTHONWARNINGS, later ones stronger. */
function warnOptions(options: Options, environment: string | undefined, devMode: boolean): string[] {
  const result: string[] = [];
  if (devMode) result.push('default');
  for (const option of environment?.split(',') ?? []) if (option !== '') result.push(option);
  result.push(...options.warnings);
  if (options.bytesWarning > 1) result.push('error::BytesWarning');
  else if (options.bytesWarning === 1) result.push('default::BytesWarning');
  return result;
}

/** Where the library lies and what runs it. */
export interface Installation {
  readonly prefix: string;
  readonly stdlibDirectory: string;
  readonly executable: string;
}

/** The configuration. @throws StartError */
export function configure(options: Options, host: Host, installation: Installation): Config {
  const env = (name: string): string | undefined => (options.ignoreEnvironment ? undefined : host.env.get(name));
  const xOptions = options.xOptions.map(xOption);
  const xValue = (name: string): string | true | undefined => xOptions.findLast(([key]) => key === name)?.[1];
  const devMode = xValue('dev') !== undefined || flagOf(env('PYTHONDEVMODE')) > 0;
  const digitsOption = xValue('int_max_str_digits');
  const digitsVariable = env('PYTHONINTMAXSTRDIGITS');
  const prefixOption = xValue('pycache_prefix');
  const prefixVariable = env('PYTHONPYCACHEPREFIX');
  const pathVariable = env('PYTHONPATH');
  const ioEncoding = env('PYTHONIOENCODING')?.split(':');
  const pycachePrefix =
    prefixOption !== undefined
      ? prefixOption === true
        ? null
        : prefixOption
      : isSet(prefixVariable)
        ? prefixVariable!
        : null;
  const { stdlibDirectory } = installation;
  const modulePath = [
    ...(isSet(pathVariable) ? pathVariable!.split(':') : []),
    stdlibDirectory.replace(/\/python3\.14$/, '/python314.zip'),
    stdlibDirectory,
    `${stdlibDirectory}/lib-dynload`,
  ];
  const inspect = options.inspect || isSet(env('PYTHONINSPECT'));
  return {
    ...DEFAULT_CONFIG,
    isolated: options.isolated,
    useEnvironment: !options.ignoreEnvironment,
    userSiteDirectory: !options.noUserSite && !isSet(env('PYTHONNOUSERSITE')),
    siteImport: !options.noSite,
    safePath: options.safePath || isSet(env('PYTHONSAFEPATH')),
    writeBytecode: !options.noBytecode && !isSet(env('PYTHONDONTWRITEBYTECODE')),
    optimizationLevel: Math.max(options.optimize, flagOf(env('PYTHONOPTIMIZE'))),
    verbose: Math.max(options.verbose, flagOf(env('PYTHONVERBOSE'))),
    quiet: options.quiet > 0,
    inspect,
    interactive: options.inspect,
    bufferedStdio: !options.unbuffered && !isSet(env('PYTHONUNBUFFERED')),
    bytesWarning: options.bytesWarning,
    devMode,
    utf8Mode: xValue('utf8') === undefined ? env('PYTHONUTF8') === '1' : xValue('utf8') !== '0',
    debug: Math.max(options.debug, flagOf(env('PYTHONDEBUG'))),
    hashSeed: hashSeed(env('PYTHONHASHSEED')),
    intMaxStrDigits:
      digitsOption !== undefined
        ? maxDigits(digitsOption === true ? '' : digitsOption, '-X int_max_str_digits')
        : isSet(digitsVariable)
          ? maxDigits(digitsVariable!, 'PYTHONINTMAXSTRDIGITS')
          : DEFAULT_CONFIG.intMaxStrDigits,
    checkHashPycsMode: (options.checkHashPycs ?? 'default') as Config['checkHashPycsMode'],
    pycachePrefix,
    warnOptions: warnOptions(options, env('PYTHONWARNINGS'), devMode),
    xOptions,
    jit: options.jit,
    executable: installation.executable,
    prefix: installation.prefix,
    stdlibDirectory,
    modulePath,
    argv: options.args,
    originalArgv: [installation.executable, ...host.argv],
    stdioEncoding: ioEncoding?.[0] || 'utf-8',
    stdioErrors: ioEncoding?.[1] || 'strict',
  };
}
