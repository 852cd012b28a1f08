// A directory of a test file's own, emptied for each test.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach } from 'vitest';

/** Makes the directory; `write` puts files there, making directories as needed. */
export function useScratch(name) {
  const directory = realpathSync(mkdtempSync(path.join(os.tmpdir(), `taipan-${name}-`)));
  beforeEach(() => {
    for (const entry of readdirSync(directory)) rmSync(path.join(directory, entry), { recursive: true, force: true });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const at = (...parts) => path.join(directory, ...parts);
  return {
    directory,
    at,
    write(file, content = '') {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
      return at(file);
    },
    chmod: (file, mode) => chmodSync(at(file), mode),
    stat: (file) => statSync(at(file), { throwIfNoEntry: false }),
    list: (folder = '.') => readdirSync(at(folder)).sort(),
  };
}
