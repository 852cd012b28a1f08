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
  private readonly byGlobals: Cells = new WeakMap();
  private readonly byModule: Cells = new WeakMap();

  private watcherOf(dict: PyDict): Watcher | undefined {
    if (dict.ob_type !== dictType || dict.owner !== null) return undefined;
    return (dict.watcher ??= new Watcher()) as Watcher;
  }

  /** What `LOAD_GLOBAL` gives for a name, `undefined` in it while there is none; no cell where the namespaces are no plain dicts. */
  global(globals: PyDict, builtins: PyDict, name: string): NameCell | undefined {
    const outer = this.watcherOf(globals);
    const inner = this.watcherOf(builtins);
    if (outer === undefined || inner === undefined) return undefined;
    const read = (): Value | undefined => outer.valueIn(globals, name) ?? inner.valueIn(builtins, name);
    return cellIn(this.byGlobals, globals, name, read, [outer, inner]);
  }

  /** A name of a module's dict. */
  module(module: Value, name: string): NameCell | undefined {
    if (!(module instanceof PyModule)) return undefined;
    const dict = module.ob_dict;
    const watcher = this.watcherOf(dict);
    if (watcher === undefined) return undefined;
    return cellIn(this.byModule, dict, name, () => watcher.valueIn(dict, name), [watcher]);
  }
}

type Cells = WeakMap<PyDict, Map<string, NameCell>>;

/** The cell of a name, made at its first use and kept up to date by all watchers that could change what it reads. */
function cellIn(
  all: Cells,
  dict: PyDict,
  name: string,
  read: () => Value | undefined,
  watchers: readonly Watcher[],
): NameCell {
  let cells = all.get(dict);
  if (cells === undefined) all.set(dict, (cells = new Map()));
  const known = cells.get(name);
  if (known !== undefined) return known;
  const cell = new NameCell(read());
  const update = (): void => {
    cell.value = read();
  };
  for (const watcher of watchers) watcher.listen(name, update);
  cells.set(name, cell);
  return cell;
}
