/**
 * `Interpreter`: all state of one Python. Two can live in one process; `thread.interp` is the running one.
 *
 * Engine, compiler, native modules and host are handed in (`presets/`), so that this depends on none of them.
 */
import type { CompileWarning } from '../diagnostics/syntax-diagnostic.ts';
import type { CodeObject } from '../code/code-object.ts';
import type { mod } from '../ast/nodes.generated.ts';
import type { Host } from '../host/contract.ts';
import {
  None,
  PyDict,
  PyModule,
  asText,
  call,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  isPyException,
  matches,
  newException,
  reprHost,
  strFromUtf16,
  textToHost,
  thread,
  type InterpreterHooks,
  type TypingHooks,
  type PyBaseException,
  type Value,
} from '../objects/core/index.ts';
import { requireInnermostFrame } from '../objects/frame/index.ts';
import type { Config } from './config.ts';
import type { PostponedStart } from './postponed-start.ts';

export type CompileMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface CompileOptions {
  /** `CO_FUTURE_*` and `PyCF_*` bits. */
  readonly flags: number;
  readonly optimize: number;
  readonly featureVersion?: number;
  /** The source is the contents of the file of that name. */
  readonly isFile?: boolean;
}

export interface CompileResult {
  readonly code: CodeObject;
  readonly warnings: readonly CompileWarning[];
}

/** What the runtime asks of the compiler; absent in a preset without one. Both throw `SyntaxDiagnostic`. */
export interface Compiler {
  compile(source: string | Uint8Array, filename: string, mode: CompileMode, options: CompileOptions): CompileResult;
  parse(
    source: string | Uint8Array,
    filename: string,
    mode: CompileMode,
    options: CompileOptions,
  ): { readonly tree: mod; readonly warnings: readonly CompileWarning[] };
  compileAst(tree: mod, filename: string, mode: CompileMode, options: CompileOptions): CompileResult;
  /** The check of future statements and, for `PyCF_OPTIMIZED_AST`, the rewriting of the tree in place. */
  preprocess(tree: mod, options: CompileOptions): void;
  /** Symbol tables for `_symtable`: a `Symtable` of the layer of the compiler. */
  symtable(
    source: string | Uint8Array,
    filename: string,
    mode: CompileMode,
    options: CompileOptions,
  ): { readonly symtable: object; readonly warnings: readonly CompileWarning[] };
}

/** A module frozen into the build. */
export interface FrozenModule {
  readonly isPackage: boolean;
  /** Marshalled code object. */
  readonly data: Uint8Array;
  /** Name of the module whose code it is, when it is an alias; null for one without. */
  readonly originalName: string | null;
}

export interface InterpreterParts {
  readonly host: Host;
  readonly config: Config;
  readonly compiler: Compiler | null;
  /** Makers of the native modules, by full name. */
  readonly nativeModules: ReadonlyMap<string, (name: string) => PyModule>;
  /** Reads the frozen modules; called once, when one is wanted. */
  readonly readFrozenModules: () => ReadonlyMap<string, FrozenModule>;
  readonly typing: () => TypingHooks;
}

export class Interpreter implements InterpreterHooks {
  readonly host: Host;
  readonly config: Config;
  readonly compiler: Compiler | null;
  readonly nativeModules: ReadonlyMap<string, (name: string) => PyModule>;
  private readonly readFrozenModules: () => ReadonlyMap<string, FrozenModule>;
  private frozen: ReadonlyMap<string, FrozenModule> | null = null;
  private postponed: PostponedStart | null = null;
  private isFinishingStart = false;
  private readonly makeTyping: () => TypingHooks;
  /** `sys.modules` as the interpreter made it; programs may replace the attribute, importing follows `sysModules()`. */
  readonly modules = new PyDict();
  /** `sys.__dict__` and `builtins.__dict__`, once those modules are made. */
  sysDict: PyDict = new PyDict();
  builtinsDict: PyDict = new PyDict();
  /** `_frozen_importlib`, once it runs. */
  importlib: PyModule | null = null;
  /** What is done once, right after a module of that name was imported. */
  readonly afterImport = new Map<string, () => void>();
  /** Called before the process sleeps: what may wake it is to be watched then. */
  beforeLongWait: () => void = () => undefined;
  /** Set while and after the interpreter shuts down. */
  isFinalizing = false;
  intMaxStrDigits: number;
  /** Makes the argument of `sys.unraisablehook`; `sys` says how. */
  makeUnraisable: ((fields: Value[]) => Value) | null = null;
  private readonly moduleStates = new Map<symbol, unknown>();

  constructor(parts: InterpreterParts) {
    this.host = parts.host;
    this.config = parts.config;
    this.compiler = parts.compiler;
    this.nativeModules = parts.nativeModules;
    this.readFrozenModules = parts.readFrozenModules;
    this.makeTyping = parts.typing;
    this.intMaxStrDigits = parts.config.intMaxStrDigits;
  }

  get typing(): TypingHooks {
    return this.makeTyping();
  }

  get frozenModules(): ReadonlyMap<string, FrozenModule> {
    return (this.frozen ??= this.readFrozenModules());
  }

  /** Leaves a part of the start for when it is needed. */
  postpone(start: PostponedStart): void {
    this.postponed = start;
  }

  /** Whether `importlib` and what comes with it are there. */
  get isStarted(): boolean {
    return this.postponed === null;
  }

  /** Whether Python code must not be interrupted by signals because it is the interpreter's own start. */
  get isStarting(): boolean {
    return this.isFinishingStart;
  }

  /** Does now what was left of the start. */
  finishStart(): void {
    const start = this.postponed;
    if (start === null) return;
    this.postponed = null;
    this.isFinishingStart = true;
    try {
      start.run();
    } finally {
      this.isFinishingStart = false;
    }
  }

  /** The start is finished if that namespace lacks the name only because it is not. @returns whether it was */
  finishStartFor(namespace: PyDict, name: string): boolean {
    if (this.postponed?.withholds(namespace, name) !== true) return false;
    this.finishStart();
    return true;
  }

  /** Does something after the start, at once if it is finished. */
  afterStart(action: () => void): void {
    if (this.postponed === null) action();
    else this.postponed.follow(action);
  }

  get bytesWarning(): number {
    return this.config.bytesWarning;
  }

  /** What a native module keeps in this interpreter, made on first use. */
  state<T>(key: symbol, create: () => T): T {
    let value = this.moduleStates.get(key) as T | undefined;
    if (value === undefined) {
      value = create();
      this.moduleStates.set(key, value);
    }
    return value;
  }

  /** The `sys` module. */
  sysModule(): PyModule {
    return this.modules.getStr('sys') as PyModule;
  }

  /** The `builtins` module. */
  builtinsModule(): PyModule {
    return this.modules.getStr('builtins') as PyModule;
  }

  sysModules(): Value {
    return this.sysDict.getStr('modules') ?? this.modules;
  }

  /** A module of `sys.modules`, or `undefined`. */
  findModule(name: string): Value | undefined {
    const modules = this.sysModules();
    const found =
      modules instanceof PyDict ? modules.get(strFromUtf16(name)) : callMethod(modules, 'get', strFromUtf16(name));
    return found === None ? undefined : found;
  }

  /** `sys.<name>`, or `undefined`. */
  sysGet(name: string): Value | undefined {
    return this.sysDict.getStr(name);
  }

  importModule(name: string): Value {
    if (name === '_frozen_importlib' && this.importlib !== null) return this.importlib;
    const found = this.findModule(name);
    if (found !== undefined) return found;
    if (!this.isStarted) {
      this.finishStart();
      return this.importModule(name);
    }
    const importFunction = this.builtinsDict.getStr('__import__');
    if (importFunction === undefined) throw newException(excTypes.ImportError, '__import__ not found');
    call(importFunction, [strFromUtf16(name)]);
    const module = this.findModule(name);
    if (module === undefined) throw newException(excTypes.KeyError, strFromUtf16(name));
    return module;
  }

  /** `warnings.warn` as C code calls it: the C implementation `_warnings`. */
  warn(category: Value, message: string, stacklevel: number): void {
    requireInnermostFrame();
    const module = this.nativeModules.has('_warnings') ? this.importNative('_warnings') : undefined;
    if (module === undefined) return;
    call(getAttr(module, 'warn'), [strFromUtf16(message), category, stacklevel]);
  }

  /** A native module, made if need be, without the import system. */
  importNative(name: string): PyModule {
    const found = this.findModule(name);
    if (found instanceof PyModule) return found;
    const module = this.nativeModules.get(name)!(name);
    this.modules.setStr(name, module);
    return module;
  }

  loadedModule(name: string): Value | undefined {
    return this.findModule(name);
  }

  /** @cpython Python/errors.c PyErr_FormatUnraisable */
  unraisable(exception: PyBaseException, where: string | null, object: Value | undefined): void {
    const hook = this.sysGet('unraisablehook');
    if (hook === undefined || hook === None || this.makeUnraisable === null) return;
    const shown = where === null || object === undefined ? where : `${where} ${reprOrNote(object)}`;
    const message = shown === null ? None : strFromUtf16(shown);
    const its = where === null ? (object ?? None) : None;
    try {
      call(hook, [this.makeUnraisable!([exception.ob_type, exception, exception.traceback ?? None, message, its])]);
    } catch (error) {
      if (!isPyException(error)) throw error;
      this.writeError(`Exception ignored in sys.unraisablehook: ${error.ob_type.name}\n`);
    }
  }

  /** Writes text to `sys.stderr`, or to descriptor 2 while there is none. */
  writeError(text: string): void {
    this.writeStream('stderr', 2, text);
  }

  private writeStream(name: string, fd: number, text: string): void {
    const stream = this.sysGet(name);
    if (stream !== undefined && stream !== None) {
      try {
        callMethod(stream, 'write', strFromUtf16(text));
        return;
      } catch (error) {
        if (!isPyException(error)) throw error;
      }
    }
    this.host.fs.write(fd, new TextEncoder().encode(text));
  }

  /** Flushes `sys.stdout` and `sys.stderr`; false when flushing stdout failed. */
  flushStandardStreams(): boolean {
    let isGood = true;
    for (const name of ['stdout', 'stderr']) {
      const stream = this.sysGet(name);
      if (stream === undefined || stream === None) continue;
      try {
        const closed = getAttrOrUndefined(stream, 'closed');
        if (closed !== true) callMethod(stream, 'flush');
      } catch (error) {
        if (!isPyException(error)) throw error;
        if (name === 'stdout') {
          isGood = false;
          if (!matches(error, excTypes.ValueError))
            this.unraisable(error, 'Exception ignored while flushing sys.stdout', undefined);
        }
      }
    }
    return isGood;
  }
}

function reprOrNote(object: Value): string {
  try {
    return reprHost(object);
  } catch (error) {
    if (!isPyException(error)) throw error;
    return '<object repr() failed>';
  }
}

/** The running interpreter. */
export function currentInterpreter(): Interpreter {
  return thread.interp as Interpreter;
}

/** The host string of a str value, or `undefined` for anything else. */
export function hostStringOf(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : asText(value);
  return text === undefined ? undefined : textToHost(text);
}
