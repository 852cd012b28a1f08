/**
 * Builds an interpreter from its parts and brings it up to the point where a program can run.
 *
 * @cpython Python/pylifecycle.c Py_InitializeFromConfig
 */
import {
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_MASK,
  PyCF_OPTIMIZED_AST,
  PyCF_TYPE_COMMENTS,
  compile,
  compileAst,
  futureFeatures,
  preprocess,
  symtableOf,
  type CompileOptions,
} from '../compiler/index.ts';
import { SyntaxDiagnostic, withWarnings } from '../diagnostics/syntax-diagnostic.ts';
import { parse, type ParseOptions } from '../parser/index.ts';
import { assert } from '../base/assert.ts';
import type { Host } from '../host/contract.ts';
import {
  installExternalImporters,
  installImportSystem,
  isSitePlain,
  makeFirstModules,
  makeMainModule,
  setMainLoader,
} from '../import/index.ts';
import {
  None,
  SAMPLE_INTERVAL,
  call,
  getAttr,
  getAttrOrUndefined,
  PyDict,
  PyTuple,
  isPyException,
  setThread,
  setAbandonedCollector,
  setViewCounter,
  startIdentities,
  strFromUtf16,
  strHost,
  textToHost,
  NEVER_WARM,
  thread,
  type PyModule,
  type Value,
} from '../objects/core/index.ts';
import { installBuiltinTypes } from '../objects/install.ts';
import {
  countLiveViews,
  finalizeAbandoned,
  platformVersion,
  programLine,
  runPendingSignals,
  typingHooks,
  versionText,
  watchSignals,
} from '../modules/index.ts';
import {
  Interpreter,
  PostponedStart,
  currentInterpreter,
  scheduler,
  type CompileOptions as RuntimeCompileOptions,
  type Compiler,
  type Config,
  type FrozenModule,
} from '../runtime/index.ts';
import { decodeBytes } from '../objects/codecs/index.ts';
import { setStringsOrdered } from '../objects/set/index.ts';
import { setHashSeed } from '../objects/str/index.ts';
import { createEngine } from '../vm/index.ts';
import { nativeModules } from './native-modules.ts';

const DEFAULT_RECURSION_LIMIT = 1000;

/** The compiler as the runtime asks for it. */
const compiler: Compiler = {
  compile: (source, filename, mode, options) => {
    assert(mode !== 'func_type', 'a function type has no code');
    return compile(source, filename, mode, compileOptions(options));
  },
  compileAst: (tree, filename, _mode, options) => compileAst(tree, filename, compileOptions(options)),
  parse: (source, filename, mode, options) => parse(source, filename, mode, parseOptions(options)),
  preprocess: (tree, options) => {
    const flags = futureFeatures(tree).features | (options.flags & PyCF_MASK);
    const syntaxCheckOnly = (options.flags & PyCF_OPTIMIZED_AST) !== PyCF_OPTIMIZED_AST;
    preprocess(tree, { optimize: options.optimize, flags, syntaxCheckOnly, warnings: null });
  },
  symtable: (source, filename, mode, options) => {
    const { tree, warnings } = parse(source, filename, mode, parseOptions(options));
    const symtable = withWarnings(warnings, () => symtableOf(tree, options.flags & PyCF_MASK));
    return { symtable, warnings };
  },
};

function parseOptions(options: RuntimeCompileOptions): ParseOptions {
  return {
    typeComments: (options.flags & PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (options.flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (options.flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    ...parsing(options),
  };
}

/** Source bytes in an encoding that only Python's codecs know. @throws SyntaxDiagnostic with what the codec says */
function decodeSourceText(encoding: string, bytes: Uint8Array): string {
  try {
    return textToHost(decodeBytes(bytes, encoding));
  } catch (error) {
    if (!isPyException(error)) throw error;
    // A codec that does not decode to text is not looked into further. @cpython Parser/pegen_errors.c _Pypegen_tokenizer_error
    throw new SyntaxDiagnostic('SyntaxError', strHost(error), 0, -1, null, null, null);
  }
}

/** What the parser asks of the interpreter: other encodings, names of characters, limits. */
function parsing(options: RuntimeCompileOptions): NonNullable<CompileOptions['parse']> {
  return {
    decode: decodeSourceText,
    programLine,
    intMaxStrDigits: currentInterpreter().intMaxStrDigits,
    ...(options.isFile === undefined ? {} : { isFile: options.isFile }),
    ...(options.featureVersion === undefined ? {} : { featureVersion: options.featureVersion }),
  };
}

function compileOptions(options: RuntimeCompileOptions): CompileOptions {
  return { flags: options.flags, optimize: Math.min(options.optimize, 2) as 0 | 1 | 2, parse: parsing(options) };
}

export interface InterpreterOptions {
  readonly host: Host;
  readonly config: Config;
  readonly readFrozenModules: () => ReadonlyMap<string, FrozenModule>;
}

/** Makes an interpreter and makes it the running one. Nothing is imported yet. */
export function createInterpreter(options: InterpreterOptions): Interpreter {
  startIdentities();
  installBuiltinTypes();
  setHashSeed(options.config.hashSeed ?? undefined, options.host.random(8));
  setStringsOrdered(options.config.hashSeed !== null);
  setViewCounter(countLiveViews);
  setAbandonedCollector(finalizeAbandoned);
  const interpreter = new Interpreter({ ...options, compiler, nativeModules: nativeModules(), typing: typingHooks });
  const state = {
    engine: createEngine(),
    interp: interpreter,
    currentFrame: null,
    recursionDepth: 0,
    recursionLimit: DEFAULT_RECURSION_LIMIT,
    nativeDepth: 0,
    evalBreaker: false,
    traceFunction: null,
    profileFunction: null,
    monitoring: null,
    isTracing: false,
    handlePending: (): void => {
      // Signals wait for the end of what the interpreter does for itself.
      if (interpreter.isStarting) return;
      thread.evalBreaker = false;
      const threads = scheduler();
      if (threads.current === threads.main) runPendingSignals();
      threads.check();
    },
    asyncgenFirstiter: undefined,
    asyncgenFinalizer: undefined,
    coroutineOriginTrackingDepth: 0,
    handledException: null,
    workUntilWarm: NEVER_WARM,
    onWarm: (): void => undefined,
    jit: null,
    compiledLimit: -1,
    compiledAt: -1,
    runsCompiled: false,
    sampleInterval: SAMPLE_INTERVAL,
    nextInterval: SAMPLE_INTERVAL,
  };
  setThread(state);
  interpreter.beforeLongWait = watchSignals;
  interpreter.afterImport.set('platform', () => tellPlatform(interpreter));
  return interpreter;
}

/** Has `platform` say who runs. */
function tellPlatform(interpreter: Interpreter): void {
  const known = getAttrOrUndefined(interpreter.importModule('platform'), '_sys_version_cache');
  if (!(known instanceof PyDict)) return;
  known.setStr(versionText(), new PyTuple(platformVersion().map((text) => strFromUtf16(text))));
}

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
