/** `_lsprof`: the profiler of `cProfile`. @cpython Modules/_lsprof.c */
import {
  None,
  PyBuiltinFunction,
  PyFloat,
  PyInstance,
  PyList,
  PyMethod,
  PyMethodDescriptor,
  PyModule,
  Py_TPFLAGS_BASETYPE,
  allocate,
  argumentBinder,
  asFloat,
  asText,
  call0,
  callMethod,
  getAttr,
  index,
  isPyException,
  isTrue,
  makeBuiltinType,
  nativeFunction,
  objectType,
  reprHost,
  runtimeError,
  strFromUtf16,
  textToHost,
  thread,
  typeOf,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import type { PyFrame } from '../../objects/frame/py-frame.ts';
import { documentedMethods } from '../../objects/int/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { setProfile } from '../../vm/index.ts';
import { defineModule } from '../define-module.ts';
import { MODULE_DOC, PROFILER_DOC, PROFILER_METHODS } from './docs.ts';
import { ProfileData, type CallRecord } from './profile-data.ts';

const COMMON_FIELDS = [
  ['code', 'code object or built-in function name'],
  ['callcount', 'how many times this was called'],
  ['reccallcount', 'how many times called recursively'],
  ['totaltime', 'total time in this entry'],
  ['inlinetime', 'inline time in this entry (not in subcalls)'],
] as const;
const profilerEntry = structSequenceType({
  name: '_lsprof.profiler_entry',
  doc: '',
  fields: [...COMMON_FIELDS, ['calls', 'details of the calls']],
});
const profilerSubentry = structSequenceType({ name: '_lsprof.profiler_subentry', doc: '', fields: COMMON_FIELDS });

const NANOSECONDS = 1e-9;
/** `sys.monitoring.PROFILER_ID`. */
const PROFILER_ID = 2;

class PyProfiler extends PyInstance {
  /** The caller's own clock, or null. */
  timer: Value | null = null;
  timeUnit = 0;
  withCallees = true;
  withNative = true;
  data: ProfileData | null = null;
  /** The timer is running. */
  isTiming = false;
  /** The profile function while it is on. */
  hook: Value | null = null;
}
const profilerType = makeBuiltinType('_lsprof.Profiler', objectType, PyProfiler, Py_TPFLAGS_BASETYPE);
const bindInit = argumentBinder('Profiler', '(timer=None, timeunit=0.0, subcalls=True, builtins=True)');

/** The time; a timer of the caller's own that fails says 0. @cpython CallExternalTimer */
function readTimer(self: PyProfiler): number {
  const { timer } = self;
  if (timer === null) return Number(currentInterpreter().host.clock.monotonicNs());
  self.isTiming = true;
  try {
    const value = call0(timer);
    return asFloat(value) ?? Number(index(value));
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.interp.unraisable(error, `Exception ignored while calling _lsprof timer ${reprHost(timer)}`, undefined);
    return 0;
  } finally {
    self.isTiming = false;
  }
}

/** `sys.monitoring`, where profilers say that they are there. */
function monitoring(): Value {
  return getAttr(currentInterpreter().sysModule(), 'monitoring');
}

/** Seconds in one unit of the timer. */
function unitOf(self: PyProfiler): number {
  if (self.timer === null) return NANOSECONDS;
  return self.timeUnit > 0 ? self.timeUnit : 1;
}

function dataOf(self: PyProfiler): ProfileData {
  return (self.data ??= new ProfileData(() => readTimer(self), self.withCallees));
}

/** What tells native functions apart: the function in its type or module. */
function nativeKey(callable: Value): Value {
  if (callable instanceof PyMethod) return callable.func;
  if (callable instanceof PyBuiltinFunction && callable.self !== undefined && !(callable.self instanceof PyModule)) {
    return typeOf(callable.self).lookup(callable.name) ?? callable;
  }
  return callable;
}

/** @cpython normalizeUserObj */
function describeNative(callable: Value): Value {
  const key = nativeKey(callable);
  if (key instanceof PyMethodDescriptor) return strFromUtf16(reprHost(key));
  if (!(key instanceof PyBuiltinFunction)) return strFromUtf16(reprHost(key));
  const module = key.module === null ? '' : `${key.module}.`;
  return strFromUtf16(`<built-in method ${module}${key.name}>`);
}

function onEvent(self: PyProfiler, frame: PyFrame, event: string, arg: Value): void {
  const data = dataOf(self);
  switch (event) {
    case 'call':
      data.enter(frame.code, () => frame.code);
      break;
    case 'return':
      data.leave(frame.code);
      break;
    case 'c_call':
      if (self.withNative) data.enter(nativeKey(arg), () => describeNative(arg));
      break;
    case 'c_return':
    case 'c_exception':
      if (self.withNative) data.leave(nativeKey(arg));
      break;
    default:
  }
}

function enable(self: PyProfiler, subcalls: Value | undefined, builtins: Value | undefined): void {
  if (subcalls !== undefined) self.withCallees = isTrue(subcalls);
  if (builtins !== undefined) self.withNative = isTrue(builtins);
  if (thread.profileFunction !== null || callMethod(monitoring(), 'get_tool', PROFILER_ID) !== None) {
    throw valueError('Another profiling tool is already active');
  }
  callMethod(monitoring(), 'use_tool_id', PROFILER_ID, 'cProfile');
  const spec = nativeFunction('($module, frame, event, arg, /)', (frame: Value, event: Value, arg: Value) =>
    onEvent(self, frame as PyFrame, textToHost(asText(event)!), arg),
  );
  self.hook = new PyBuiltinFunction('_profile', spec, undefined, '_lsprof', null);
  setProfile(self.hook);
}

function disable(self: PyProfiler): void {
  if (self.isTiming) throw runtimeError('cannot disable profiler in external timer');
  if (self.hook !== null) {
    if (thread.profileFunction === self.hook) setProfile(null);
    callMethod(monitoring(), 'free_tool_id', PROFILER_ID);
  }
  self.hook = null;
  self.data?.flush();
}

function statistics(record: CallRecord, code: Value, unit: number): Value[] {
  return [
    code,
    record.calls,
    record.recursiveCalls,
    new PyFloat(record.total * unit),
    new PyFloat(record.inline * unit),
  ];
}

function getstats(self: PyProfiler): Value {
  const unit = unitOf(self);
  const entries: Value[] = [];
  for (const record of self.data?.functions ?? []) {
    if (record.calls === 0) continue;
    const callees = [...record.callees]
      .filter(([, calls]) => calls.calls > 0)
      .map(([callee, calls]) => profilerSubentry.make(statistics(calls, callee.code, unit)));
    const list = self.withCallees && callees.length > 0 ? new PyList(callees) : None;
    entries.push(profilerEntry.make([...statistics(record, record.code, unit), list]));
  }
  return new PyList(entries);
}

const profilerSpec = typeSpec(profilerType, {
  doc: PROFILER_DOC,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (object, args, kwnames) => {
      const self = object as PyProfiler;
      const [timer, unit, subcalls, builtins] = bindInit(args, kwnames) as (Value | undefined)[];
      self.timer = timer === undefined || timer === None ? null : timer;
      self.timeUnit = unit === undefined ? 0 : (asFloat(unit) ?? Number(index(unit)));
      self.withCallees = subcalls === undefined || isTrue(subcalls);
      self.withNative = builtins === undefined || isTrue(builtins);
    },
  },
  methods: documentedMethods(PROFILER_METHODS, {
    getstats,
    enable,
    disable,
    clear: (self: PyProfiler) => {
      if (self.isTiming) throw runtimeError('cannot clear profiler in external timer');
      self.data = null;
    },
  }),
});

export const lsprofModule = defineModule('_lsprof', {
  doc: MODULE_DOC,
  types: [profilerSpec, profilerEntry.spec, profilerSubentry.spec],
});
