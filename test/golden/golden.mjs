// The golden files: what CPython 2.7 and 3.6 to 3.14 made of test/golden/sources/ (see make.py).
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('./', import.meta.url);

/** Versions, oldest first. */
export const versions = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Names of the sources that a version understands. */
export function namesOf(version) {
  return readdirSync(new URL(`${version}/`, folder))
    .filter((name) => name.endsWith('.pyc'))
    .map((name) => name.slice(0, -4));
}

/** The `.pyc` of a source. */
export function pycOf(version, name) {
  return new Uint8Array(readFileSync(new URL(`${version}/${name}.pyc`, folder)));
}

/** What the version's `dis` printed: `''`, `'.caches'` or `'.positions'`; undefined where there is none. */
export function listingOf(version, name, kind = '') {
  const url = new URL(`${version}/${name}${kind}.txt`, folder);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

/** Every golden file. */
export const files = versions.flatMap((version) => namesOf(version).map((name) => ({ version, name })));
