/**
 * Builds an interpreter from its parts; `start.ts` brings it up to the point where a program can run.
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
  SAMPLE_INTERVAL,
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

/** What `sys.setrecursionlimit` starts with. @cpython Include/internal/pycore_ceval.h Py_DEFAULT_RECURSION_LIMIT */
export const DEFAULT_RECURSION_LIMIT = 1000;

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
