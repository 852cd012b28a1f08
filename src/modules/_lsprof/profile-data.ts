/**
 * What a profiler collects: a record for each function that ran, and for each of those the functions that it called.
 *
 * @cpython Modules/_lsprof.c initContext, Stop
 */
import type { Value } from '../../objects/core/index.ts';

/** Calls of one function, from anywhere or from one caller. Times are in units of the timer. */
export class CallRecord {
  calls = 0;
  recursiveCalls = 0;
  total = 0;
  inline = 0;
  recursion = 0;
}

/** All calls of a function. */
export class FunctionRecord extends CallRecord {
  /** A code object, or the description of a native function. */
  readonly code: Value;
  readonly callees = new Map<FunctionRecord, CallRecord>();
  constructor(code: Value) {
    super();
    this.code = code;
  }
}

interface Context {
  readonly record: FunctionRecord;
  readonly start: number;
  /** Time spent in what it called. */
  inner: number;
  readonly previous: Context | null;
}

/** Sums up calls as they begin and end. */
export class ProfileData {
  private readonly timer: () => number;
  private readonly withCallees: boolean;
  private readonly records = new Map<Value, FunctionRecord>();
  private current: Context | null = null;

  constructor(timer: () => number, withCallees: boolean) {
    this.timer = timer;
    this.withCallees = withCallees;
  }

  get functions(): Iterable<FunctionRecord> {
    return this.records.values();
  }

  /** @param key what tells the function from others */
  enter(key: Value, describe: () => Value): void {
    let record = this.records.get(key);
    if (record === undefined) {
      record = new FunctionRecord(describe());
      this.records.set(key, record);
    }
    record.recursion++;
    if (this.withCallees && this.current !== null) {
      const { callees } = this.current.record;
      let callee = callees.get(record);
      if (callee === undefined) {
        callee = new CallRecord();
        callees.set(record, callee);
      }
      callee.recursion++;
    }
    this.current = { record, start: this.timer(), inner: 0, previous: this.current };
  }

  /** The function of that key ends; one that was entered before profiling began is nobody's. */
  leave(key: Value): void {
    if (this.current !== null && this.records.get(key) === this.current.record) this.stop();
  }

  private stop(): void {
    const { record, start, inner, previous } = this.current!;
    const total = this.timer() - start;
    this.current = previous;
    if (previous !== null) previous.inner += total;
    finish(record, total, total - inner);
    if (this.withCallees && previous !== null) {
      const callee = previous.record.callees.get(record);
      if (callee !== undefined) finish(callee, total, total - inner);
    }
  }

  /** Ends whatever is still running. */
  flush(): void {
    while (this.current !== null) this.stop();
  }
}

function finish(record: CallRecord, total: number, inline: number): void {
  if (--record.recursion === 0) record.total += total;
  else record.recursiveCalls++;
  record.inline += inline;
  record.calls++;
}
