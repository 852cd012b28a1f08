/** `sys`: the interpreter seen from Python. @cpython Python/sysmodule.c */
import { setProfile, setTrace } from '../../vm/index.ts';
import type { PyModule } from '../../objects/core/index.ts';
import {
  None,
  PyDict,
  PyFloat,
  PyList,
  PyType,
  PyTuple,
  asInt,
  asFloat,
  asText,
  call,
  callDescriptor,
  index,
  isCallable,
  nativeFunction,
  overflowError,
  rawFunction,
  recursionError,
  strFromUtf16,
  textToHost,
  thread,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { COMPILED_DEPTH } from '../../objects/core/index.ts';
import { lookingAtFrames } from '../../objects/frame/index.ts';
import type { PyFrame } from '../../objects/frame/py-frame.ts';
import { makeNamespace } from '../../objects/namespace/index.ts';
import { frozenSetOf } from '../../objects/set/index.ts';
import { currentInterpreter, type Interpreter } from '../../runtime/index.ts';
import { createNativeModule, defineModule, namesTuple } from '../define-module.ts';
import { makeMonitoringModule } from './monitoring.ts';
import { breakpointHook, displayHook, exceptHook, exit, unraisableHook } from './hooks.ts';
import { asyncgenHooksRecord, sysRecordSpecs, unraisableRecord, sysRecords, versionInfo } from './info.ts';
import { PyStderrPrinter, stderrPrinterSpec } from './stderr-printer.ts';
import { STDLIB_MODULE_NAMES } from './stdlib-names.ts';
import { COPYRIGHT, HEX_VERSION, versionText } from './version.ts';

const AUDIT = Symbol('sys.audit');

const SWITCH_INTERVAL = Symbol('sys.setswitchinterval');

/** What the program set, or CPython's default. How long a thread runs is the scheduler's affair. */
function switchInterval(): number {
  return currentInterpreter().state(SWITCH_INTERVAL, () => ({ seconds: 0.005 })).seconds;
}

/** @throws TypeError, ValueError */
function setSwitchInterval(value: Value): void {
  const seconds = asFloat(value) ?? (asInt(value) === undefined ? undefined : Number(asInt(value)));
  if (seconds === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  if (!(seconds > 0)) throw valueError('switch interval must be strictly positive');
  currentInterpreter().state(SWITCH_INTERVAL, () => ({ seconds })).seconds = seconds;
}

function auditHooks(): Value[] {
  return currentInterpreter().state<Value[]>(AUDIT, () => []);
}

/** Raises an audit event. */
export function audit(event: string, args: readonly Value[]): void {
  for (const hook of auditHooks()) call(hook, [strFromUtf16(event), new PyTuple(args)]);
}

/** The frame `depth` calls up. @throws ValueError when there are not that many */
function frameAt(depth: Value | undefined): PyFrame {
  let count = depth === undefined ? 0 : Number(index(depth));
  let frame = thread.currentFrame;
  while (count > 0 && frame !== null) {
    frame = frame.previous;
    count--;
  }
  if (frame === null) throw valueError('call stack is not deep enough');
  return frame;
}

/** `sys.exc_info()`. */
function excInfo(): Value {
  const handled = thread.handledException;
  if (handled === null) return new PyTuple([None, None, None]);
  return new PyTuple([typeOf(handled), handled, handled.traceback ?? None]);
}

function setRecursionLimit(limit: Value): void {
  const count = Number(index(limit));
  if (count < 1) throw valueError('recursion limit must be greater or equal than 1');
  if (thread.recursionDepth >= count) {
    throw recursionError(
      `cannot set the recursion limit to ${count} at the recursion depth ${thread.recursionDepth}: the limit is too low`,
    );
  }
  if (count > 2147483647) throw overflowError('Python int too large to convert to C int');
  thread.recursionLimit = count;
  if (thread.compiledLimit >= 0) thread.compiledLimit = Math.min(count, COMPILED_DEPTH);
}

function getSizeof(object: Value, fallback: Value | undefined): Value {
  const descr = typeOf(object).lookup('__sizeof__');
  if (descr === undefined) {
    if (fallback !== undefined) return fallback;
    throw typeError(`Type ${typeName(object)} doesn't define __sizeof__`);
  }
  const size = asInt(callDescriptor(descr, object, []));
  if (size === undefined) {
    if (fallback !== undefined) return fallback;
    throw typeError("'NoneType' object cannot be interpreted as an integer");
  }
  if (size < 0) throw valueError('__sizeof__() should return >= 0');
  return Number(size) + (typeof object === 'object' && typeOf(object).hasDict ? 16 : 0);
}

function setAsyncgenHooks(firstiter: Value | undefined, finalizer: Value | undefined): void {
  for (const [name, hook] of [
    ['finalizer', finalizer],
    ['firstiter', firstiter],
  ] as const) {
    if (hook !== undefined && hook !== None && !isCallable(hook)) {
      throw typeError(`callable ${name} expected, got ${typeName(hook)}`);
    }
  }
  if (finalizer !== undefined) thread.asyncgenFinalizer = finalizer === None ? undefined : finalizer;
  if (firstiter !== undefined) thread.asyncgenFirstiter = firstiter === None ? undefined : firstiter;
}

function setIntMaxStrDigits(value: Value): void {
  const digits = Number(index(value));
  if (digits !== 0 && digits < 640) throw valueError('maxdigits must be >= 640 or 0 for unlimited');
  currentInterpreter().intMaxStrDigits = digits;
}

/** `settrace` and `setprofile`: None takes the function away. */
function tracingHook(set: (func: Value | null) => void): (func: Value) => void {
  return (func) => set(func === None ? null : func);
}

function intern(text: Value): Value {
  if (typeof text === 'string' || typeOf(text).tp_name === 'str') return text;
  if (asText(text) === undefined) throw typeError(`intern() argument must be str, not ${typeName(text)}`);
  throw typeError(`can't intern ${typeName(text)}`);
}

const functions = {
  displayhook: nativeFunction(
    '($module, object, /)',
    displayHook,
    'Print an object to sys.stdout and also save it in builtins._',
  ),
  excepthook: nativeFunction(
    '($module, exctype, value, traceback, /)',
    exceptHook,
    'Handle an exception by displaying it with a traceback on sys.stderr.',
  ),
  unraisablehook: nativeFunction('($module, unraisable, /)', unraisableHook, 'Handle an unraisable exception.'),
  breakpointhook: rawFunction(
    'This hook function is called by built-in breakpoint().',
    breakpointHook,
    '($module, /, *args, **kwargs)',
  ),
  exit: nativeFunction('($module, status=None, /)', exit, 'Exit the interpreter by raising SystemExit(status).'),
  exc_info: nativeFunction('($module, /)', excInfo, 'Return current exception information: (type, value, traceback).'),
  exception: nativeFunction('($module, /)', () => thread.handledException ?? None, 'Return the current exception.'),
  _getframe: lookingAtFrames(
    nativeFunction('($module, depth=0, /)', frameAt, 'Return a frame object from the call stack.'),
  ),
  _getframemodulename: lookingAtFrames(
    nativeFunction(
      '($module, /, depth=0)',
      (depth: Value | undefined) => {
        let count = depth === undefined ? 0 : Number(index(depth));
        let frame = thread.currentFrame;
        while (count-- > 0 && frame !== null) frame = frame.previous;
        return frame === null ? None : (frame.globals.getStr('__name__') ?? None);
      },
      'Return the name of the module for a calling frame.',
    ),
  ),
  _current_frames: lookingAtFrames(
    nativeFunction(
      '($module, /)',
      () => {
        const frames = new PyDict();
        if (thread.currentFrame !== null) frames.set(0x7f0000001000, thread.currentFrame);
        return frames;
      },
      "Return a dict mapping each thread's thread id to its current stack frame.",
    ),
  ),
  _current_exceptions: nativeFunction(
    '($module, /)',
    () => {
      const exceptions = new PyDict();
      exceptions.set(0x7f0000001000, thread.handledException ?? None);
      return exceptions;
    },
    "Return a dict mapping each thread's identifier to its current raised exception.",
  ),
  intern: nativeFunction('($module, string, /)', intern, "``Intern'' the given string."),
  getrecursionlimit: nativeFunction(
    '($module, /)',
    () => thread.recursionLimit,
    'Return the current value of the recursion limit.',
  ),
  setrecursionlimit: nativeFunction(
    '($module, limit, /)',
    setRecursionLimit,
    'Set the maximum depth of the Python interpreter stack to n.',
  ),
  getsizeof: nativeFunction(
    '($module, object, default=<unrepresentable>)',
    getSizeof,
    'getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.',
  ),
  getrefcount: nativeFunction('($module, object, /)', () => 2, 'Return the reference count of object.'),
  getdefaultencoding: nativeFunction(
    '($module, /)',
    () => 'utf-8',
    'Return the current default encoding used by the Unicode implementation.',
  ),
  getfilesystemencoding: nativeFunction(
    '($module, /)',
    () => 'utf-8',
    'Return the encoding used to convert Unicode filenames to OS filenames.',
  ),
  getfilesystemencodeerrors: nativeFunction(
    '($module, /)',
    () => 'surrogateescape',
    'Return the error mode used for Unicode to OS filename conversion.',
  ),
  getswitchinterval: nativeFunction(
    '($module, /)',
    () => new PyFloat(switchInterval()),
    'Return the current thread switch interval; see sys.setswitchinterval().',
  ),
  setswitchinterval: nativeFunction(
    '($module, interval, /)',
    setSwitchInterval,
    'Set the ideal thread switching delay inside the Python interpreter.',
  ),
  is_finalizing: nativeFunction(
    '($module, /)',
    () => currentInterpreter().isFinalizing,
    'Return True if Python is exiting.',
  ),
  get_int_max_str_digits: nativeFunction(
    '($module, /)',
    () => currentInterpreter().intMaxStrDigits,
    'Return the maximum string digits limit for non-binary int<->str conversions.',
  ),
  set_int_max_str_digits: nativeFunction(
    '($module, /, maxdigits)',
    setIntMaxStrDigits,
    'Set the maximum string digits limit for non-binary int<->str conversions.',
  ),
  get_asyncgen_hooks: nativeFunction(
    '($module, /)',
    () => asyncgenHooksRecord.make([thread.asyncgenFirstiter ?? None, thread.asyncgenFinalizer ?? None]),
    'Return the installed asynchronous generators hooks.',
  ),
  set_asyncgen_hooks: nativeFunction(
    '($module, /, firstiter=None, finalizer=None)',
    setAsyncgenHooks,
    'set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.',
  ),
  get_coroutine_origin_tracking_depth: nativeFunction(
    '($module, /)',
    () => thread.coroutineOriginTrackingDepth,
    'Check status of origin tracking for coroutine objects in this thread.',
  ),
  set_coroutine_origin_tracking_depth: nativeFunction(
    '($module, /, depth)',
    (depth: Value) => {
      const count = Number(index(depth));
      if (count < 0) throw valueError('depth must be >= 0');
      thread.coroutineOriginTrackingDepth = count;
    },
    'Enable or disable origin tracking for coroutine objects in this thread.',
  ),
  audit: rawFunction(
    'Passes the event to any audit hooks that are attached.',
    (args) => {
      const text = args[0] === undefined ? undefined : asText(args[0]);
      if (args.length === 0) throw typeError('audit expected at least 1 argument, got 0');
      if (text === undefined) throw typeError(`audit() argument 1 must be str, not ${typeName(args[0]!)}`);
      audit(textToHost(text), args.slice(1));
      return None;
    },
    '($module, event, /, *args)',
  ),
  addaudithook: nativeFunction(
    '($module, /, hook)',
    (hook: Value) => {
      auditHooks().push(hook);
    },
    'Adds a new audit hook callback.',
  ),
  settrace: lookingAtFrames(
    nativeFunction('($module, function, /)', tracingHook(setTrace), 'Set the global debug tracing function.'),
  ),
  setprofile: lookingAtFrames(
    nativeFunction('($module, function, /)', tracingHook(setProfile), 'Set the profiling function.'),
  ),
  gettrace: nativeFunction(
    '($module, /)',
    () => thread.traceFunction ?? None,
    'Return the global debug tracing function set with sys.settrace.',
  ),
  getprofile: nativeFunction(
    '($module, /)',
    () => thread.profileFunction ?? None,
    'Return the profiling function set with sys.setprofile.',
  ),
  call_tracing: nativeFunction(
    '($module, func, args, /)',
    (func: Value, args: Value) => call(func, (args as PyTuple).items),
    'Call func(*args), while tracing is enabled.',
  ),
  getallocatedblocks: nativeFunction(
    '($module, /)',
    () => 0,
    'Return the number of memory blocks currently allocated.',
  ),
  getunicodeinternedsize: nativeFunction(
    '($module, /, *, _only_immortal=False)',
    () => 0,
    'Return the number of elements of the unicode interned dictionary',
  ),
  _clear_type_cache: nativeFunction('($module, /)', () => None, 'Clear the internal type lookup cache.'),
  _clear_internal_caches: nativeFunction('($module, /)', () => None, 'Clear all internal performance-related caches.'),
  _clear_type_descriptors: nativeFunction(
    '($module, type, /)',
    (type: Value) => {
      if (!(type instanceof PyType)) throw typeError(`argument must be a type, not ${typeName(type)}`);
      if (!type.isHeapType) throw typeError('argument is immutable');
      for (const name of ['__dict__', '__weakref__']) type.ownDict().delete(name);
      type.modified();
      return None;
    },
    "Private function for clearing certain descriptors from a type's dictionary",
  ),
  _is_gil_enabled: nativeFunction('($module, /)', () => true, 'Return True if the GIL is currently enabled.'),
  _is_interned: nativeFunction(
    '($module, string, /)',
    (text: Value) => {
      const host = asText(text);
      if (host === undefined) throw typeError(`_is_interned() argument must be str, not ${typeName(text)}`);
      return typeof host === 'string' && /^[A-Za-z0-9_]*$/.test(host);
    },
    'Return True if the given string is "interned".',
  ),
  _is_immortal: nativeFunction(
    '($module, op, /)',
    (value: Value) => typeof value !== 'object' || value === None,
    'Return True if the given object is "immortal" per PEP 683.',
  ),
  _debugmallocstats: nativeFunction(
    '($module, /)',
    () => None,
    'Print debug info to stderr about the state of pymalloc and structmalloc.',
  ),
  is_remote_debug_enabled: nativeFunction(
    '($module, /)',
    () => false,
    'Return True if remote debugging is enabled, False otherwise.',
  ),
  is_stack_trampoline_active: nativeFunction(
    '($module, /)',
    () => false,
    'Return *True* if a stack profiler trampoline is active.',
  ),
  activate_stack_trampoline: nativeFunction('($module, backend, /)', () => {
    throw valueError('perf trampoline not available');
  }),
  deactivate_stack_trampoline: nativeFunction('($module, /)', () => None),
  _get_cpu_count_config: nativeFunction('($module, /)', () => -1, 'Private function for getting PyConfig.cpu_count'),
};

function strings(items: readonly string[]): PyList {
  return new PyList(items.map((item) => strFromUtf16(item)));
}

function implementation(): Value {
  return makeNamespace({
    name: 'taipan',
    cache_tag: 'cpython-314',
    version: versionInfo(),
    hexversion: HEX_VERSION,
    _multiarch: 'javascript',
    supports_isolated_interpreters: false,
  });
}

function xOptions(interpreter: Interpreter): PyDict {
  const dict = new PyDict();
  for (const [name, value] of interpreter.config.xOptions) {
    dict.set(strFromUtf16(name), value === true ? true : strFromUtf16(value));
  }
  return dict;
}

function constants(): Record<string, Value> {
  const interpreter = currentInterpreter();
  const { config, host } = interpreter;
  const native = [...interpreter.nativeModules.keys()].sort();
  const prefix = strFromUtf16(config.prefix);
  return {
    ...sysRecords(interpreter),
    version: strFromUtf16(versionText()),
    hexversion: HEX_VERSION,
    api_version: 1013,
    copyright: strFromUtf16(COPYRIGHT),
    platform: strFromUtf16(host.platform),
    byteorder: 'little',
    maxsize: 9223372036854775807n,
    maxunicode: 1114111,
    float_repr_style: 'short',
    abiflags: '',
    platlibdir: 'lib',
    _framework: '',
    _git: namesTuple(['Taipan', '', '']),
    _home: None,
    _stdlib_dir: strFromUtf16(config.stdlibDirectory),
    builtin_module_names: namesTuple(native),
    stdlib_module_names: frozenSetOf(STDLIB_MODULE_NAMES.map((name) => strFromUtf16(name))),
    executable: strFromUtf16(config.executable),
    monitoring: makeMonitoringModule(),
    _base_executable: strFromUtf16(config.executable),
    prefix,
    base_prefix: prefix,
    exec_prefix: prefix,
    base_exec_prefix: prefix,
    argv: strings(config.argv),
    orig_argv: strings(config.originalArgv),
    path: strings(config.modulePath),
    modules: interpreter.modules,
    meta_path: new PyList([]),
    path_hooks: new PyList([]),
    path_importer_cache: new PyDict(),
    warnoptions: strings(config.warnOptions),
    _xoptions: xOptions(interpreter),
    dont_write_bytecode: !config.writeBytecode,
    pycache_prefix: config.pycachePrefix === null ? None : strFromUtf16(config.pycachePrefix),
    _jit: jitModule(),
    stderr: new PyStderrPrinter(2),
    implementation: implementation(),
  };
}

function jitModule(): PyModule {
  return createNativeModule(
    defineModule('sys._jit', {
      functions: {
        is_available: nativeFunction('($module, /)', () => false),
        is_enabled: nativeFunction('($module, /)', () => false),
        is_active: nativeFunction('($module, /)', () => false),
      },
    }),
  );
}

export const sysModule = defineModule('sys', {
  doc: 'This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.',
  functions,
  hiddenTypes: [...sysRecordSpecs, stderrPrinterSpec],
  constants,
  exec: (module) => {
    const dict = module.ob_dict;
    currentInterpreter().makeUnraisable = (fields) => unraisableRecord.make(fields);
    for (const name of ['displayhook', 'excepthook', 'breakpointhook', 'unraisablehook']) {
      dict.setStr(`__${name}__`, dict.getStr(name)!);
    }
  },
});
