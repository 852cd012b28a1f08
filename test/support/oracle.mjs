// The oracle: CPython 3.14 (npm `pyodide`) in this process. One instance a process; loading takes about a second.
import { loadPyodide } from 'pyodide';

let loading;

/** The Pyodide instance, loaded once. */
export function loadOracle() {
  loading ??= loadPyodide({ env: { HOME: '/home', PYTHONHASHSEED: '0' } });
  return loading;
}

/**
 * Runs Python text in the oracle with `args` bound as the globals of the same names, and returns what the expression or
 * the last expression statement gives, converted to host data.
 */
export async function runInOracle(source, args = {}) {
  const oracle = await loadOracle();
  const globals = oracle.toPy({ __name__: '__main__', ...args });
  try {
    const result = oracle.runPython(source, { globals });
    if (result && typeof result.toJs === 'function') {
      const host = result.toJs({ dict_converter: Object.fromEntries });
      result.destroy();
      globals.destroy();
      return host;
    }
    globals.destroy();
    return result;
  } catch (error) {
    // After a fatal error (no more stack, say) the instance is of no use: the next caller gets a new one.
    if (error?.pyodide_fatal_error || error instanceof RangeError) loading = undefined;
    else globals.destroy();
    throw error;
  }
}
