/**
 * Brings an interpreter up to the point where a program can run: the import system, the standard streams, `__main__`, `site`.
 *
 * @cpython Python/pylifecycle.c init_interp_main
 */
import {
  installExternalImporters,
  installImportSystem,
  isSitePlain,
  makeFirstModules,
  makeMainModule,
  setMainLoader,
} from '../import/index.ts';
import { None, call, getAttr, strFromUtf16, type PyModule, type Value } from '../objects/core/index.ts';
import { DEFAULT_CONFIG, PostponedStart, type Interpreter } from '../runtime/index.ts';
import { DEFAULT_RECURSION_LIMIT } from './interpreter.ts';

/** Names that tell whether the start is finished, or through which Python code could follow it. */
const WITHHELD_OF_SYS = [
  '__loader__',
  '__spec__',
  'addaudithook',
  'meta_path',
  'modules',
  'monitoring',
  'path',
  'path_hooks',
  'path_importer_cache',
  'setprofile',
  'settrace',
];
const WITHHELD_OF_BUILTINS = ['__loader__', '__spec__'];
const ADDED_BY_SITE = ['copyright', 'credits', 'exit', 'help', 'license', 'quit'];

/** Whether the program cannot tell when the interpreter finishes its start, nor did anybody ask to see it. */
function canPostpone({ config, host }: Interpreter): boolean {
  return (
    config.verbose === 0 &&
    config.warnOptions.length === 0 &&
    config.xOptions.length === 0 &&
    !config.inspect &&
    // The streams are made first, and other codecs than this one are looked up in `encodings`.
    config.stdioEncoding === DEFAULT_CONFIG.stdioEncoding &&
    (!config.siteImport || isSitePlain(host, config))
  );
}

/**
 * Makes what every program finds there: importlib, encodings, the standard streams, `__main__`, `site`.
 *
 * @param isEager whether all of it is wanted now; else some may wait until the program needs it
 */
export function startInterpreter(interpreter: Interpreter, isEager: boolean): PyModule {
  makeFirstModules();
  if (isEager || !canPostpone(interpreter)) {
    importFirstModules(interpreter);
    makeStandardStreams(interpreter);
    if (interpreter.config.warnOptions.length > 0) interpreter.importModule('warnings');
    const main = makeMainModule();
    setMainLoader(main);
    if (interpreter.config.siteImport) interpreter.importModule('site');
    return main;
  }
  makeStandardStreams(interpreter);
  const main = makeMainModule();
  const start = new PostponedStart(() => {
    interpreter.modules.deleteStr('__main__');
    importFirstModules(interpreter);
    interpreter.modules.setStr('__main__', main);
    setMainLoader(main);
    if (interpreter.config.siteImport) interpreter.importModule('site');
  }, DEFAULT_RECURSION_LIMIT);
  start.withhold(interpreter.sysDict, WITHHELD_OF_SYS);
  start.withhold(interpreter.builtinsDict, [...WITHHELD_OF_BUILTINS, ...ADDED_BY_SITE]);
  start.withhold(main.ob_dict, ['__loader__']);
  interpreter.postpone(start);
  return main;
}

function importFirstModules(interpreter: Interpreter): void {
  installImportSystem();
  installExternalImporters();
  // Looking up the file system's encoding imports `encodings` and the codec.
  interpreter.importModule('encodings');
  interpreter.importModule('encodings.utf_8');
  interpreter.importModule('_signal');
}

/** @cpython Python/pylifecycle.c create_stdio */
function makeStream(interpreter: Interpreter, fd: number, name: string, mode: 'r' | 'w'): Value {
  const { config, host } = interpreter;
  try {
    host.fs.fstat(fd);
  } catch {
    return None;
  }
  const io = interpreter.importNative('_io');
  const isWriting = mode === 'w';
  const isRaw = !config.bufferedStdio && isWriting;
  const open = isRaw ? 0 : -1;
  const buffer = call(getAttr(io, 'open'), [fd, isWriting ? 'wb' : 'rb', open, None, None, None, false]);
  const raw = isRaw ? buffer : getAttr(buffer, 'raw');
  call(getAttr(interpreter.builtinsModule(), 'setattr'), [raw, 'name', name]);
  const isTerminal = host.fs.isatty(fd);
  const errors = fd === 2 ? 'backslashreplace' : config.stdioErrors;
  const lineBuffering = isWriting && config.bufferedStdio && (isTerminal || fd === 2);
  const stream = call(
    getAttr(io, 'TextIOWrapper'),
    [buffer, strFromUtf16(config.stdioEncoding), strFromUtf16(errors), isWriting ? '\n' : None, lineBuffering, isRaw],
    null,
  );
  call(getAttr(interpreter.builtinsModule(), 'setattr'), [stream, 'mode', mode]);
  return stream;
}

function makeStandardStreams(interpreter: Interpreter): void {
  const sys = interpreter.sysDict;
  const streams = [
    ['stdin', 0, 'r'],
    ['stdout', 1, 'w'],
    ['stderr', 2, 'w'],
  ] as const;
  for (const [name, fd, mode] of streams) {
    const stream = makeStream(interpreter, fd, `<${name}>`, mode);
    sys.setStr(name, stream);
    sys.setStr(`__${name}__`, stream);
  }
  const open = getAttr(interpreter.importNative('_io'), 'open');
  interpreter.builtinsDict.setStr('open', open);
}
