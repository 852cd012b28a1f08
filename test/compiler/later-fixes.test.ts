// What later releases of CPython 3.14 compile differently from the oracle's: compared with what CPython 3.14.8 makes of
// later-fixes.py. To write later-fixes.json anew, run `describe-code.py`'s `compiled` on it there.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { describeCode } from './describe-code.ts';

test('fixes after the release of the oracle', () => {
  const source = readFileSync(new URL('./later-fixes.py', import.meta.url), 'utf8');
  const wanted = JSON.parse(readFileSync(new URL('./later-fixes.json', import.meta.url), 'utf8'));
  expect(describeCode(compile(source, '<test>', 'exec').code)).toEqual(wanted);
});
