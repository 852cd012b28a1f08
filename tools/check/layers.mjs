// Checks what the folders of src/ may import: only folders of a lower layer, and `node:` modules only where the host is
// Node. Type imports count, as they too say who knows whom. Also looks for cycles between files.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../src/', import.meta.url));

/** Layers by folder; the longest prefix counts. */
const LAYERS = {
  base: 0,
  opcode: 1,
  ast: 1,
  unicode: 1,
  diagnostics: 1,
  host: 1,
  'host/node': 2,
  'host/browser': 2,
  'host/edge': 2,
  'host/memory': 2,
  code: 2,
  lexer: 2,
  parser: 3,
  marshal: 3,
  dis: 3,
  objects: 3,
  symtable: 4,
  pyc: 4,
  runtime: 4,
  compiler: 5,
  vm: 5,
  jit: 6,
  import: 6,
  modules: 7,
  cli: 9,
  presets: 8,
};

/** Where modules of Node may be imported. */
const NODE_FOLDERS = ['host/node/', 'cli/'];

/** Packages that run on every host, and where they may be imported. */
const LIBRARIES = /^(?:@noble\/hashes\/|pako$)/;
const LIBRARY_FOLDERS = ['modules/'];

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gms;

function* filesBelow(directory) {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.name.endsWith('.ts')) yield file;
  }
}

function folderOf(file) {
  const parts = file.split('/');
  const two = parts.slice(0, 2).join('/');
  return two in LAYERS ? two : parts[0];
}

const problems = [];
const graph = new Map();
let count = 0;

for (const absolute of filesBelow(root)) {
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const folder = folderOf(file);
  if (!(folder in LAYERS)) {
    problems.push(`${file}: folder '${folder}' has no layer in tools/check/layers.mjs`);
    continue;
  }
  const text = fs.readFileSync(absolute, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const edges = [];
  graph.set(file, edges);
  for (const [, type, from, dynamic] of text.matchAll(IMPORT)) {
    const specifier = from ?? dynamic;
    count++;
    if (!specifier.startsWith('.')) {
      if (LIBRARIES.test(specifier) && LIBRARY_FOLDERS.some((allowed) => file.startsWith(allowed))) continue;
      if (!NODE_FOLDERS.some((allowed) => file.startsWith(allowed)))
        problems.push(`${file}: imports '${specifier}', which only ${NODE_FOLDERS.join(' and ')} may`);
      continue;
    }
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    if (!fs.existsSync(path.join(root, target))) problems.push(`${file}: there is no ${target}`);
    const targetFolder = folderOf(target);
    if (targetFolder !== folder && !(LAYERS[targetFolder] < LAYERS[folder]))
      problems.push(`${file}: ${folder} (layer ${LAYERS[folder]}) imports ${target} (layer ${LAYERS[targetFolder]})`);
    if (!type) edges.push(target);
  }
}

/** Cycles of value imports, each found once, as strongly connected components. */
function cycles() {
  const state = new Map();
  const stack = [];
  const found = [];
  let next = 0;
  const visit = (file) => {
    const own = { index: next, low: next++, onStack: true };
    state.set(file, own);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      const other = state.get(target);
      if (other === undefined) {
        if (graph.has(target)) own.low = Math.min(own.low, visit(target).low);
      } else if (other.onStack) own.low = Math.min(own.low, other.index);
    }
    if (own.low === own.index) {
      const component = stack.splice(stack.indexOf(file));
      for (const member of component) state.get(member).onStack = false;
      if (component.length > 1) found.push(component);
    }
    return own;
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return found;
}

for (const component of cycles()) problems.push(`import cycle: ${component.join(' → ')}`);
for (const problem of problems) console.error(problem);
console.log(`layers: ${graph.size} files, ${count} imports, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
