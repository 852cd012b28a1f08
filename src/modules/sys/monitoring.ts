/**
 * `sys.monitoring`.
 *
 * @cpython Python/instrumentation.c monitoring_methods (PEP 669)
 */
import {
  asText,
  index,
  installType,
  nativeFunction,
  None,
  PyBuiltinFunction,
  PyDict,
  typeError,
  valueError,
  type NativeSpec,
  type PyModule,
  type Value,
} from '../../objects/core/index.ts';
import { EVENT, EVENT_NAMES, LOCAL_EVENT_COUNT, TOOL_COUNT } from '../../objects/frame/monitoring-state.ts';
import { PyCode } from '../../objects/function/index.ts';
import { newModule } from '../../objects/module/module.ts';
import { makeNamespace } from '../../objects/namespace/index.ts';
import { DISABLE, MISSING, markerSpec, monitoringChanged, monitoringState } from '../../vm/index.ts';

const C_RETURN_EVENTS = (1 << EVENT.C_RETURN) | (1 << EVENT.C_RAISE);
const BRANCHES = (1 << EVENT.BRANCH_LEFT) | (1 << EVENT.BRANCH_RIGHT);

function toolId(value: Value): number {
  const id = Number(index(value));
  if (id < 0 || id >= TOOL_COUNT) throw valueError(`invalid tool ${id} (must be between 0 and ${TOOL_COUNT - 1})`);
  return id;
}

function usedToolId(value: Value): number {
  const id = toolId(value);
  if (monitoringState().toolNames[id] === null) throw valueError(`tool ${id} is not in use`);
  return id;
}

function useToolId(tool: Value, name: Value): void {
  const id = toolId(tool);
  if (asText(name) === undefined) throw valueError('tool name must be a str');
  const { toolNames } = monitoringState();
  if (toolNames[id] !== null) throw valueError(`tool ${id} is already in use`);
  toolNames[id] = name;
}

function registerCallback(tool: Value, event: Value, func: Value): Value {
  const id = toolId(tool);
  const bit = Number(index(event));
  if (bit <= 0 || (bit & (bit - 1)) !== 0) throw valueError('The callback can only be set for one event at a time');
  const number = Math.log2(bit);
  if (number >= EVENT_NAMES.length) throw valueError(`invalid event ${bit}`);
  const callbacks = monitoringState().callbacks[id]!;
  const value = func === None ? null : func;
  const old = callbacks[number === EVENT.BRANCH ? EVENT.BRANCH_LEFT : number] ?? None;
  if (number === EVENT.BRANCH) callbacks[EVENT.BRANCH_LEFT] = callbacks[EVENT.BRANCH_RIGHT] = value;
  callbacks[number] = value;
  return old;
}

/** What a set of events comes to. @throws ValueError */
function eventSet(value: Value, count: number, kind: string): number {
  let events = Number(index(value));
  const isBranch = (events & (1 << EVENT.BRANCH)) !== 0;
  if (isBranch) events = (events & ~(1 << EVENT.BRANCH)) | BRANCHES;
  if ((events & C_RETURN_EVENTS) !== 0) {
    if ((events & C_RETURN_EVENTS) !== C_RETURN_EVENTS || (events & (1 << EVENT.CALL)) === 0) {
      throw valueError('cannot set C_RETURN or C_RAISE events independently');
    }
    if (kind === 'event') events &= ~C_RETURN_EVENTS;
  }
  if (events < 0 || events >= 1 << count) throw valueError(`invalid ${kind} set 0x${(events >>> 0).toString(16)}`);
  return events;
}

/** Native calls are told of from start to end wherever calls are wanted. */
function withReturns(events: number): number {
  return (events & (1 << EVENT.CALL)) !== 0 ? events | C_RETURN_EVENTS : events;
}

function setEvents(tool: Value, events: Value): void {
  const id = toolId(tool);
  const set = eventSet(events, EVENT_NAMES.length, 'event');
  usedToolId(tool);
  const state = monitoringState();
  state.globalEvents[id] = withReturns(set);
  state.updateMasks();
  monitoringChanged();
}

function asCode(value: Value): PyCode {
  if (!(value instanceof PyCode)) throw typeError('code must be a code object');
  return value;
}

function setLocalEvents(tool: Value, code: Value, events: Value): void {
  const id = usedToolId(tool);
  const target = asCode(code);
  const set = eventSet(events, LOCAL_EVENT_COUNT, 'local event');
  const state = monitoringState();
  let local = state.localEvents.get(target);
  if (local === undefined) state.localEvents.set(target, (local = new Array<number>(TOOL_COUNT).fill(0)));
  local[id] = withReturns(set);
  state.updateMasks();
  monitoringChanged();
}

/** Events of each kind with the tools that want them, as bits. */
function allEvents(): PyDict {
  const { globalEvents } = monitoringState();
  const dict = new PyDict();
  EVENT_NAMES.forEach((name, event) => {
    let tools = 0;
    globalEvents.forEach((events, tool) => {
      if ((events & (1 << event)) !== 0) tools |= 1 << tool;
    });
    if (tools !== 0) dict.set(name, tools);
  });
  return dict;
}

const functions: Readonly<Record<string, NativeSpec>> = {
  use_tool_id: nativeFunction('($module, tool_id, name, /)', useToolId),
  clear_tool_id: nativeFunction('($module, tool_id, /)', (tool: Value) => monitoringState().clearTool(toolId(tool))),
  free_tool_id: nativeFunction('($module, tool_id, /)', (tool: Value) => {
    const id = toolId(tool);
    monitoringState().clearTool(id);
    monitoringState().toolNames[id] = null;
  }),
  get_tool: nativeFunction('($module, tool_id, /)', (tool: Value) => monitoringState().toolNames[toolId(tool)] ?? None),
  register_callback: nativeFunction('($module, tool_id, event, func, /)', registerCallback),
  get_events: nativeFunction('($module, tool_id, /)', (tool: Value) => {
    return monitoringState().globalEvents[toolId(tool)]! & ~C_RETURN_EVENTS;
  }),
  set_events: nativeFunction('($module, tool_id, event_set, /)', setEvents),
  get_local_events: nativeFunction('($module, tool_id, code, /)', (tool: Value, code: Value) => {
    const id = toolId(tool);
    return (monitoringState().localEvents.get(asCode(code))?.[id] ?? 0) & ~C_RETURN_EVENTS;
  }),
  set_local_events: nativeFunction('($module, tool_id, code, event_set, /)', setLocalEvents),
  restart_events: nativeFunction('($module, /)', () => monitoringState().enableAll()),
  _all_events: nativeFunction('($module, /)', allEvents),
};

/** Makes the module object. */
export function makeMonitoringModule(): PyModule {
  installType(markerSpec);
  const module = newModule('sys.monitoring');
  const dict = module.ob_dict;
  for (const name in functions) {
    dict.setStr(name, new PyBuiltinFunction(name, functions[name]!, module, 'sys.monitoring', null));
  }
  dict.setStr('DISABLE', DISABLE);
  dict.setStr('MISSING', MISSING);
  dict.setStr('DEBUGGER_ID', 0);
  dict.setStr('COVERAGE_ID', 1);
  dict.setStr('PROFILER_ID', 2);
  dict.setStr('OPTIMIZER_ID', 5);
  const events: Record<string, Value> = { NO_EVENTS: 0 };
  EVENT_NAMES.forEach((name, event) => {
    events[name] = 1 << event;
  });
  dict.setStr('events', makeNamespace(events));
  return module;
}
