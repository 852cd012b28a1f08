// Builds dist/: bundles with esbuild, type declarations with tsc, the standard library's layout.
//
//   node tools/build/build.mjs [--quiet] [--force] [--no-types] [--no-stdlib]
//
// Each step is skipped while its inputs are what they were (names, sizes and times of change), so that running it before
// every start costs milliseconds.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const args = new Set(process.argv.slice(2));
const isQuiet = args.has('--quiet');
const stampFile = path.join(root, '.cache', 'build-stamps.json');

const say = (text) => {
  if (!isQuiet) console.log(text);
};

/** What the files below these paths look like, without reading them. */
function fingerprint(paths) {
  const hash = createHash('sha1').update(process.version);
  const visit = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name));
    } else hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const entry of paths) visit(path.join(root, entry));
  return hash.digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(fs.readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

const stamps = args.has('--force') ? {} : readStamps();

/** Runs a step unless its outputs are there and its inputs unchanged. */
async function step(name, inputs, outputs, run) {
  const stamp = fingerprint(inputs);
  const isDone = stamps[name] === stamp && outputs.every((file) => fs.existsSync(path.join(root, file)));
  if (isDone) return say(`${name}: up to date`);
  const start = performance.now();
  await run();
  stamps[name] = stamp;
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, JSON.stringify(stamps));
  say(`${name}: ${Math.round(performance.now() - start)} ms`);
}

/** Name in dist/ and source file; an entry whose source does not exist is left out. */
const ENTRIES = [
  ['taipan', 'src/cli/main.ts', 'command'],
  ['pyc-cli', 'src/cli/pyc.ts', 'node'],
  ['pyc-worker', 'src/cli/pyc-worker.ts', 'node'],
  ['index', 'src/presets/index.ts', 'neutral'],
  ['pyc', 'src/presets/pyc.ts', 'neutral'],
  ['compiler', 'src/presets/compiler.ts', 'neutral'],
].filter(([, source]) => fs.existsSync(path.join(root, source)));

async function bundle() {
  for (const folder of ['code-cache', 'chunks'])
    fs.rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
  const { build } = await import('esbuild');
  const { inlineOpcodes } = await import('./inline-opcodes.mjs');
  const { lazyModules } = await import('./lazy-modules.mjs');
  for (const platform of ['command', 'node', 'neutral']) {
    // The command is run as a script with V8's code cache (bin/taipan.js): CommonJS, ASCII only.
    const isCommand = platform === 'command';
    const entryPoints = Object.fromEntries(
      ENTRIES.filter((entry) => entry[2] === platform).map(([name, source]) => [name, path.join(root, source)]),
    );
    if (Object.keys(entryPoints).length === 0) continue;
    await build({
      entryPoints,
      outdir: path.join(root, 'dist'),
      bundle: true,
      format: isCommand ? 'cjs' : 'esm',
      outExtension: isCommand ? { '.js': '.cjs' } : {},
      // What entries share is there once: a code object of one is one to the others too. And `pyc` loads the compiler, which
      // is larger than all the rest of it, only where it is needed.
      splitting: !isCommand,
      chunkNames: 'chunks/[name]-[hash]',
      platform: isCommand ? 'node' : platform,
      target: platform === 'neutral' ? 'es2022' : 'node20',
      minifySyntax: !args.has('--dev'),
      minifyWhitespace: !args.has('--dev'),
      // Short names make the command's code cache, and so its start, smaller.
      minifyIdentifiers: isCommand && !args.has('--dev'),
      // Assigning fields in constructors is several times quicker than defining them, above all before V8 optimises.
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, target: 'es2023' } },
      legalComments: 'none',
      charset: isCommand ? 'ascii' : 'utf8',
      // One function expression, as bin/taipan.js runs it.
      banner: isCommand ? { js: '(function(require,module,exports){' } : {},
      footer: isCommand ? { js: '})' } : {},
      logLevel: isQuiet ? 'error' : 'warning',
      plugins: isCommand ? [inlineOpcodes(root), lazyModules(root)] : [inlineOpcodes(root)],
    });
  }
}

function declarations() {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    'dist/types',
    '--rootDir',
    'src',
  ];
  const incremental = ['--tsBuildInfoFile', '.cache/tsbuildinfo-types'];
  const result = spawnSync(process.execPath, [tsc, '-p', '.', ...options, ...incremental], {
    cwd: root,
    stdio: isQuiet ? 'ignore' : 'inherit',
  });
  if (result.status !== 0 && !fs.existsSync(path.join(root, 'dist', 'types'))) throw new Error('tsc failed');
}

await step(
  'bundle',
  ['src', 'tools/build', 'package.json'],
  ENTRIES.map(([name, , platform]) => `dist/${name}.${platform === 'command' ? 'cjs' : 'js'}`),
  bundle,
);
if (!args.has('--no-types')) await step('types', ['src', 'tsconfig.json'], ['dist/types'], declarations);

// The standard library is laid out by a step of its own, which uses the bundles made above.
const stdlib = path.join(root, 'tools', 'build', 'stdlib.mjs');
if (!args.has('--no-stdlib') && fs.existsSync(stdlib)) {
  const { layOutStandardLibrary } = await import(pathToFileURL(stdlib).href);
  await layOutStandardLibrary({ root, isQuiet, isForced: args.has('--force'), step, say });
}

// The first runs make V8's code caches (bin/taipan.js), so that a user's first ones find them.
if (!args.has('--no-stdlib')) {
  const programs = ['plain', 'imports'].map((kind) => `tools/build/code-cache-${kind}.py`);
  await step('code caches', ['dist/taipan.cjs', 'bin/taipan.js', ...programs], ['dist/code-cache'], () => {
    for (const program of programs) {
      const result = spawnSync(process.execPath, [...commandFlags(), 'bin/taipan.js', '-I', '-B', program], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (result.status !== 0) throw new Error(`the built command failed: ${result.status ?? result.signal}`);
    }
  });
}

/** The flags that the command's first line gives to Node. */
function commandFlags() {
  const [first] = fs.readFileSync(path.join(root, 'bin', 'taipan.js'), 'utf8').split('\n', 1);
  return first.split(/\s+/).filter((word) => word.startsWith('--'));
}
