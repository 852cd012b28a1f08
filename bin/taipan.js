#!/usr/bin/env -S node --stack-size=7000 --no-opt --min-semi-space-size=32 --max-semi-space-size=32
// Starts `taipan`. The bundle is run as a script with V8's code cache beside it, which halves the time to start; the cache
// is good for one version of V8 with one set of flags, says so in its name, and is made again where it is missing. There
// are two: a short one for programs without imports, and one with the functions that importing needs.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const distribution = path.join(__dirname, '..', 'dist');
const bundle = path.join(distribution, 'taipan.cjs');
let flags = 0;
for (const char of process.execArgv.join(' ')) flags = (Math.imul(flags, 31) + char.codePointAt(0)) >>> 0;
const build = `${process.versions.v8}-${process.arch}-${flags.toString(16)}`;
const cacheFile = path.join(distribution, 'code-cache', `${mayImport() ? 'imports' : 'plain'}-${build}.bin`);

/** Whether the program, as far as a glance at it tells, imports something: a hint for which cache is better. */
function mayImport() {
  const args = process.argv.slice(2);
  const target = args.findIndex((arg) => !arg.startsWith('-') || arg.startsWith('-c') || arg.startsWith('-m'));
  if (target < 0) return !args.some((arg) => arg === '-V' || arg === '--version' || arg === '-h');
  if (args[target].startsWith('-m')) return true;
  const imports = /(?:^|[\n;:])\s*(?:import|from)\s/;
  if (args[target].startsWith('-c')) return args.slice(target, target + 2).some((text) => imports.test(text));
  try {
    return imports.test(fs.readFileSync(args[target], 'latin1'));
  } catch {
    return false;
  }
}

function readCache() {
  try {
    return fs.readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

/** Writes the cache for the next start; a directory that cannot be written to is no error. */
function writeCache(script) {
  const temporary = `${cacheFile}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(cacheFile), { recursive: true });
    fs.writeFileSync(temporary, script.createCachedData(), { flag: 'wx' });
    fs.renameSync(temporary, cacheFile);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

const cachedData = readCache();
const source = fs.readFileSync(bundle, 'latin1');
const script = new vm.Script(source, { filename: bundle, cachedData, importModuleDynamically: undefined });
const bundled = { exports: {} };
script.runInThisContext()(require, bundled, bundled.exports);
if (cachedData === undefined || script.cachedDataRejected) {
  process.on('exit', () => {
    // The cache is bound to the flags: they must be those of the start again.
    if (startsOptimized) optimize();
    writeCache(script);
  });
}
const startsOptimized = !process.execArgv.includes('--no-opt');
/**
 * Lets V8 optimise, which the first line forbids: in the background it would optimise the eval loop while that runs the
 * library's start-up code, which takes longer than all of the start and is of no use to the program.
 */
function optimize() {
  require('node:v8').setFlagsFromString('--opt');
}

if (startsOptimized) require('node:v8').setFlagsFromString('--no-opt');
process.exitCode = bundled.exports.main(process.argv.slice(2), distribution, optimize);
