// Lays out the standard library in dist/lib/python3.14/: CPython's own Python code out of the oracle's package, precompiled,
// and dist/frozen.bin with the modules that are needed before files can be imported.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

/** What is Pyodide's own, or would stand before a native module of ours. */
const DROPPED = [/^pyodide\//, /^_pyodide\//, /^_ssl\.py$/, /^_sysconfigdata__/, /^site-packages\//, /^lib-dynload\//];

/** Modules whose code is frozen, as CPython freezes them: name, file, and whether it is a package. */
const FROZEN = [
  ['_frozen_importlib', 'importlib/_bootstrap.py', 'importlib._bootstrap'],
  ['_frozen_importlib_external', 'importlib/_bootstrap_external.py', 'importlib._bootstrap_external'],
  ['zipimport', 'zipimport.py'],
  ['abc', 'abc.py'],
  ['codecs', 'codecs.py'],
  ['io', 'io.py'],
  ['_collections_abc', '_collections_abc.py'],
  ['_sitebuiltins', '_sitebuiltins.py'],
  ['genericpath', 'genericpath.py'],
  ['ntpath', 'ntpath.py'],
  ['posixpath', 'posixpath.py'],
  ['os', 'os.py'],
  ['site', 'site.py'],
  ['stat', 'stat.py'],
  ['importlib.util', 'importlib/util.py'],
  ['importlib.machinery', 'importlib/machinery.py'],
  ['runpy', 'runpy.py'],
  ['__hello__', '__hello__.py'],
  ['__phello__', '__phello__/__init__.py'],
  ['__phello__.spam', '__phello__/spam.py'],
];

const sysconfigData = `"""Build-time facts that sysconfig reads."""
build_time_vars = {
    "EXT_SUFFIX": ".cpython-314.so",
    "SOABI": "cpython-314",
    "VERSION": "3.14",
    "LIBDIR": "",
    "Py_DEBUG": 0,
    "Py_GIL_DISABLED": 0,
    "WITH_DOC_STRINGS": 1,
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
}
`;

/** `zoneinfo/_common.py` as CPython has it: without the hint that Pyodide adds to an error. */
function withoutPyodideHint(bytes) {
  const text = Buffer.from(bytes).toString('utf8');
  const hint = / {8}import sys\n {8}if "tzdata" not in sys\.modules:\n(?: {12,}.*\n)+/;
  if (!hint.test(text)) throw new Error('zoneinfo/_common.py is not as expected');
  return Buffer.from(text.replace(hint, ''));
}

function unpack(root) {
  const zip = fs.readFileSync(path.join(root, 'node_modules', 'pyodide', 'python_stdlib.zip'));
  const files = new Map();
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    if (name.endsWith('/') || name.endsWith('.pyc') || DROPPED.some((pattern) => pattern.test(name))) continue;
    files.set(name, name === 'zoneinfo/_common.py' ? withoutPyodideHint(bytes) : Buffer.from(bytes));
  }
  for (const platform of ['linux', 'darwin', 'emscripten']) {
    files.set(`_sysconfigdata__${platform}_javascript.py`, Buffer.from(sysconfigData));
  }
  return files;
}

function writeTree(directory, files) {
  fs.rmSync(directory, { recursive: true, force: true });
  const made = new Set();
  for (const [name, bytes] of files) {
    const file = path.join(directory, name);
    const folder = path.dirname(file);
    if (!made.has(folder)) {
      fs.mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    fs.writeFileSync(file, bytes);
  }
}

/** Unchecked hash-based `.pyc` files: right whatever times installing gives the sources. */
function precompile(directory, staging, files, compiler) {
  for (const [name, bytes] of files) {
    if (!name.endsWith('.py')) continue;
    const shown = path.join(directory, name);
    let code;
    try {
      ({ code } = compiler.compile(new Uint8Array(bytes), shown, 'exec', { optimize: 0 }));
    } catch (error) {
      if (error instanceof compiler.SyntaxDiagnostic) continue;
      throw error;
    }
    const header = compiler.writeHeader({
      kind: 'unchecked-hash',
      sourceHash: compiler.sourceHash(new Uint8Array(bytes)),
    });
    const target = path.join(
      path.dirname(path.join(staging, name)),
      '__pycache__',
      `${path.basename(name, '.py')}.cpython-314.pyc`,
    );
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, Buffer.concat([header, compiler.marshalModule(code)]));
  }
}

function freeze(root, files, compiler) {
  const rows = [];
  const parts = [];
  let offset = 0;
  for (const [name, file, original = name] of FROZEN) {
    const bytes = files.get(file);
    const { code } = compiler.compile(new Uint8Array(bytes), `<frozen ${original}>`, 'exec', { optimize: 0 });
    const data = compiler.marshalModule(code);
    rows.push([name, file.endsWith('/__init__.py'), original, offset, data.length]);
    parts.push(data);
    offset += data.length;
  }
  const index = Buffer.from(JSON.stringify(rows), 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  fs.writeFileSync(path.join(root, 'dist', 'frozen.bin'), Buffer.concat([length, index, ...parts]));
}

export async function layOutStandardLibrary({ root, step }) {
  const directory = path.join(root, 'dist', 'lib', 'python3.14');
  const inputs = ['tools/build/stdlib.mjs', 'dist/compiler.js', 'node_modules/pyodide/python_stdlib.zip'];
  await step('standard library', inputs, ['dist/lib/python3.14/os.py', 'dist/frozen.bin'], async () => {
    const compiler = await import(pathToFileURL(path.join(root, 'dist', 'compiler.js')).href);
    const files = unpack(root);
    // Made aside and put in place at once: another process may be running from the old tree.
    const staging = path.join(root, 'dist', `lib.${process.pid}`);
    const retired = `${staging}.old`;
    writeTree(path.join(staging, 'python3.14'), files);
    precompile(directory, path.join(staging, 'python3.14'), files, compiler);
    const library = path.join(root, 'dist', 'lib');
    if (fs.existsSync(library)) fs.renameSync(library, retired);
    fs.renameSync(staging, library);
    fs.rmSync(retired, { recursive: true, force: true, maxRetries: 3 });
    freeze(root, files, compiler);
  });
}
