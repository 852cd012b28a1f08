/**
 * What `sys.monitoring` has been told: tools, their callbacks, and which events they want.
 *
 * @cpython Python/instrumentation.c (PEP 669)
 */
import { PyObject, type Value } from '../core/value.ts';
import type { PyCode } from '../function/py-code.ts';

export const TOOL_COUNT = 6;

/** Events by number. */
export const EVENT_NAMES = [
  'PY_START',
  'PY_RESUME',
  'PY_RETURN',
  'PY_YIELD',
  'CALL',
  'LINE',
  'INSTRUCTION',
  'JUMP',
  'BRANCH_LEFT',
  'BRANCH_RIGHT',
  'STOP_ITERATION',
  'RAISE',
  'EXCEPTION_HANDLED',
  'PY_UNWIND',
  'PY_THROW',
  'RERAISE',
  'C_RETURN',
  'C_RAISE',
  'BRANCH',
] as const;

export type MonitoringEvent = (typeof EVENT_NAMES)[number];

/** Number of an event. */
export const EVENT = Object.fromEntries(EVENT_NAMES.map((name, i) => [name, i])) as Record<MonitoringEvent, number>;

/** Events that belong to an instruction can be wanted for one code object, and disabled at one instruction. */
export const LOCAL_EVENT_COUNT = 11;

export class PyMonitoringMarker extends PyObject {}

export class MonitoringState {
  readonly toolNames: (Value | null)[] = new Array<Value | null>(TOOL_COUNT).fill(null);
  readonly callbacks: (Value | null)[][] = Array.from({ length: TOOL_COUNT }, () =>
    new Array<Value | null>(EVENT_NAMES.length).fill(null),
  );
  readonly globalEvents: number[] = new Array<number>(TOOL_COUNT).fill(0);
  readonly localEvents = new Map<PyCode, number[]>();
  private readonly disabled = new Map<PyCode, Set<number>>();
  /** All events that any tool wants of all code, and of some code. */
  globalMask = 0;
  localMask = 0;

  /** To be called after events were set. */
  updateMasks(): void {
    this.globalMask = this.globalEvents.reduce((mask, events) => mask | events, 0);
    this.localMask = 0;
    for (const events of this.localEvents.values()) for (const each of events) this.localMask |= each;
  }

  /** Whether any tool wants events of a code object. */
  appliesTo(code: PyCode): boolean {
    return this.globalMask !== 0 || (this.localEvents.get(code)?.some((events) => events !== 0) ?? false);
  }

  eventsOf(tool: number, code: PyCode): number {
    return this.globalEvents[tool]! | (this.localEvents.get(code)?.[tool] ?? 0);
  }

  wants(event: number, code: PyCode): boolean {
    if (((this.globalMask | this.localMask) & (1 << event)) === 0) return false;
    for (let tool = 0; tool < TOOL_COUNT; tool++) if ((this.eventsOf(tool, code) & (1 << event)) !== 0) return true;
    return false;
  }

  private key(instruction: number, event: number, tool: number): number {
    return instruction * 256 + event * 8 + tool;
  }

  disable(code: PyCode, instruction: number, event: number, tool: number): void {
    let set = this.disabled.get(code);
    if (set === undefined) this.disabled.set(code, (set = new Set()));
    set.add(this.key(instruction, event, tool));
  }

  isDisabled(code: PyCode, instruction: number, event: number, tool: number): boolean {
    return this.disabled.get(code)?.has(this.key(instruction, event, tool)) ?? false;
  }

  /** `restart_events()`. */
  enableAll(): void {
    this.disabled.clear();
  }

  /** Forgets what a tool wanted. */
  clearTool(tool: number): void {
    this.callbacks[tool]!.fill(null);
    this.globalEvents[tool] = 0;
    for (const events of this.localEvents.values()) events[tool] = 0;
    this.updateMasks();
  }
}
