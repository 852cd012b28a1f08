/**
 * Cells that follow a name: compiled code reads a global, a builtin or a name of a module as a field of a constant object,
 * which whoever changes the dict keeps up to date.
 */
import { dictType, PyModule, type DictWatcher, type PyDict, type Value } from '../objects/core/index.ts';

export class NameCell {
  value: Value | undefined;
  constructor(value: Value | undefined) {
    this.value = value;
  }
}

class Watcher implements DictWatcher {
  private readonly listeners = new Map<string, (() => void)[]>();
  listen(name: string, update: () => void): void {
    const found = this.listeners.get(name);
    if (found === undefined) this.listeners.set(name, [update]);
    else found.push(update);
  }
  changed(key: Value, value: Value | undefined): void {
    if (typeof key !== 'string') return;
    this.latest = value;
    const found = this.listeners.get(key);
    if (found === undefined) return;
    this.changing = key;
    for (const update of found) update();
    this.changing = undefined;
  }
  cleared(): void {
    for (const found of this.listeners.values()) for (const update of found) update();
  }
  /** While a change is told: its key, as a deleted one is still there, and its new value. */
  private changing: string | undefined = undefined;
  private latest: Value | undefined = undefined;
  valueIn(dict: PyDict, name: string): Value | undefined {
    return this.changing === name ? this.latest : dict.getStr(name);
  }
}

/** All cells of an interpreter. */
export class NameCells {
  private readonly byGlobals = new WeakMap<PyDict, Map<string, NameCell>>();
  private readonly byModule = new WeakMap<PyDict, Map<string, NameCell>>();

  private watcherOf(dict: PyDict): Watcher | undefined {
    if (dict.ob_type !== dictType || dict.owner !== null) return undefined;
    return (dict.watcher ??= new Watcher()) as Watcher;
  }

  /** What `LOAD_GLOBAL` gives for a name, `undefined` in it while there is none; no cell where the namespaces are no plain dicts. */
  global(globals: PyDict, builtins: PyDict, name: string): NameCell | undefined {
    const outer = this.watcherOf(globals);
    const inner = this.watcherOf(builtins);
    if (outer === undefined || inner === undefined) return undefined;
    let cells = this.byGlobals.get(globals);
    if (cells === undefined) this.byGlobals.set(globals, (cells = new Map()));
    let cell = cells.get(name);
    if (cell === undefined) {
      const read = (): Value | undefined => outer.valueIn(globals, name) ?? inner.valueIn(builtins, name);
      const made = new NameCell(read());
      const update = (): void => {
        made.value = read();
      };
      outer.listen(name, update);
      inner.listen(name, update);
      cells.set(name, (cell = made));
    }
    return cell;
  }

  /** A name of a module's dict. */
  module(module: Value, name: string): NameCell | undefined {
    if (!(module instanceof PyModule)) return undefined;
    const dict = module.ob_dict;
    const watcher = this.watcherOf(dict);
    if (watcher === undefined) return undefined;
    let cells = this.byModule.get(dict);
    if (cells === undefined) this.byModule.set(dict, (cells = new Map()));
    let cell = cells.get(name);
    if (cell === undefined) {
      const made = new NameCell(watcher.valueIn(dict, name));
      watcher.listen(name, () => {
        made.value = watcher.valueIn(dict, name);
      });
      cells.set(name, (cell = made));
    }
    return cell;
  }
}
