// The package as it is published: packed, installed into an empty folder, used from there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanEnvironment, root } from '../support/taipan.mjs';

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'taipan-package-')));
const installed = path.join(folder, 'node_modules', 'taipan');
const bin = (name) => path.join(folder, 'node_modules', '.bin', name);

function run(file, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnvironment(),
    ...options,
  });
  return { status, stdout, stderr };
}

/** Runs what must work. */
function succeed(file, args, options) {
  const { status, stdout, stderr } = run(file, args, options);
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  succeed(process.execPath, ['tools/build/build.mjs', '--quiet'], { cwd: root });
  succeed('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', `./${archive}`]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing else is installed', () => {
  expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['taipan']);
});

test('taipan runs programs and saves their modules', () => {
  writeFileSync(
    path.join(folder, 'mod.py'),
    'import json, re\nx = json.dumps({"ä": re.sub("a", "b", "banana")}, ensure_ascii=False)\n',
  );
  writeFileSync(path.join(folder, 'main.py'), 'import mod\nprint(mod.x)\n');
  expect(run(bin('taipan'), ['main.py'])).toEqual({ status: 0, stdout: '{"ä": "bbnbnb"}\n', stderr: '' });
  expect(readdirSync(path.join(folder, '__pycache__'))).toEqual(['mod.cpython-314.pyc']);
});

test('pyc looks into files', () => {
  expect(run(bin('taipan'), ['-c', 'import py_compile; py_compile.compile("mod.py", "out.pyc")']).status).toBe(0);
  expect(succeed(bin('pyc'), ['identify', 'out.pyc'])).toMatch(/^out\.pyc: .*3\.14/);
  expect(succeed(bin('pyc'), ['dis', 'out.pyc'])).toMatch(/IMPORT_NAME +\d+ \(json\)/);
});

test('every entry of exports is there, with types, and can be imported', () => {
  const { exports } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  for (const [name, entry] of Object.entries(exports)) {
    if (typeof entry === 'string') continue;
    expect(existsSync(path.join(installed, entry.types)), entry.types).toBe(true);
    const source = `const m = await import('taipan${name.slice(1)}'); console.log(Object.keys(m).length > 0)`;
    expect(succeed(process.execPath, ['--input-type=module', '-e', source])).toBe('true\n');
  }
});

test('the compiler and the reader of .pyc files work together', () => {
  const source = `
    import { readFileSync } from 'node:fs';
    import { compile } from 'taipan/compiler';
    import { readPyc, disassemble } from 'taipan/pyc';
    const { code } = readPyc(new Uint8Array(readFileSync('out.pyc')));
    console.log(code.co_name, disassemble(code).includes('IMPORT_NAME'), compile('x = 1', 'a.py', 'exec').code.co_names.join());`;
  expect(succeed(process.execPath, ['--input-type=module', '-e', source])).toBe('<module> true x\n');
});

test('declarations can be used by a strict TypeScript program', () => {
  writeFileSync(
    path.join(folder, 'user.ts'),
    "import { compile } from 'taipan/compiler';\nimport { describePyc } from 'taipan/pyc';\nexport const names: readonly unknown[] = compile('x = 1', 'a.py', 'exec').code.co_names;\nexport const text: string = describePyc(new Uint8Array());\n",
  );
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    '',
    '--skipLibCheck',
    'user.ts',
  ];
  const { status, stdout } = run(process.execPath, [compiler, ...options]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
