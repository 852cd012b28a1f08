// The engines that the programs are run in: how each is started, and how it is found.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const taipanCommand = fileURLToPath(new URL('../bin/taipan.js', import.meta.url));
const wasmCommand = fileURLToPath(new URL('./wasm-python.mjs', import.meta.url));

/** The flags that the command's first line gives to Node. */
export function nodeFlags() {
  const [shebang] = readFileSync(taipanCommand, 'utf8').split('\n', 1);
  return shebang.split(/\s+/).filter((word) => word.startsWith('--'));
}

/** The environment of a measured process: what would change how Python or Node start is left out. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PYTHON|NODE_)/.test(name)),
);

/**
 * An engine: what it is called, the words of its command before the program, and whether it is the yardstick.
 *
 * @typedef {{ name: string, command: string[], kind: 'taipan' | 'python' | 'wasm' }} Engine
 */

/** Taipan with options of its own, which may begin with options for Node (`node:--max-opt=2`). @returns {Engine} */
export function taipanEngine(text = '') {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const forNode = words.filter((word) => word.startsWith('node:')).map((word) => word.slice('node:'.length));
  const own = words.filter((word) => !word.startsWith('node:'));
  return {
    name: ['taipan', ...words].join(' '),
    command: [process.execPath, ...nodeFlags(), ...forNode, taipanCommand, ...own],
    kind: 'taipan',
  };
}

/** A native Python, by its command; `undefined` where there is none. @returns {Engine | undefined} */
export function pythonEngine(command) {
  const script = 'import sys; print(sys.implementation.name, ".".join(map(str, sys.version_info[:3])))';
  const result = spawnSync(command, ['-c', script], { encoding: 'utf8', env: environment });
  if (result.status !== 0) return undefined;
  return { name: result.stdout.trim().replace(' ', '-'), command: [command], kind: 'python' };
}

/** CPython compiled to WebAssembly. @returns {Engine} */
export function wasmEngine() {
  return { name: 'cpython-wasm', command: [process.execPath, wasmCommand], kind: 'wasm' };
}
