// Every kind of statement and expression, compiled by us and by the oracle: the code objects are the same.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { runInOracle } from '../support/oracle.mjs';
import { describeCode } from './describe-code.ts';

const corpus = new URL('./corpus/', import.meta.url);
const describer = readFileSync(new URL('./describe-code.py', import.meta.url), 'utf8');
const files = readdirSync(corpus).filter((name) => name.endsWith('.py'));

async function oracleCode(source: string, optimize: number): Promise<unknown> {
  return JSON.parse(await runInOracle(`${describer}\ncompiled(source, 'exec', optimize)`, { source, optimize }));
}

describe.each(files)('%s', (name) => {
  const source = readFileSync(new URL(name, corpus), 'utf8');
  test.each([0, 1, 2] as const)('-O%i', async (optimize) => {
    const { code } = compile(source, '<test>', 'exec', { optimize });
    expect(describeCode(code)).toEqual(await oracleCode(source, optimize));
  });
});
