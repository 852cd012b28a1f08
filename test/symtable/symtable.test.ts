// Symbol tables of the compiler's corpus, block by block, as `_symtable` of the oracle shows them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { symtableOf } from '../../src/compiler/index.ts';
import { parse } from '../../src/parser/index.ts';
import type { SymtableEntry } from '../../src/symtable/index.ts';
import { runInOracle } from '../support/oracle.mjs';

const corpus = new URL('../compiler/corpus/', import.meta.url);
const FILES = readdirSync(corpus).filter((name) => name.endsWith('.py'));

const EVALUATE = `
import json, _symtable

def block(entry):
    return {
        "name": entry.name,
        "type": entry.type,
        "lineno": entry.lineno,
        "nested": entry.nested,
        "symbols": entry.symbols,
        "varnames": entry.varnames,
        "children": [block(child) for child in entry.children],
    }

json.dumps(block(_symtable.symtable(source, "<test>", "exec")))
`;

function block(entry: SymtableEntry): unknown {
  return {
    name: entry.name,
    type: entry.type,
    lineno: entry.range.lineno,
    nested: Number(entry.isNested),
    symbols: Object.fromEntries(entry.symbols),
    varnames: entry.varnames,
    children: entry.children.map(block),
  };
}

describe('symtable', () => {
  test.each(FILES)('%s', async (name) => {
    const source = readFileSync(new URL(name, corpus), 'utf8');
    const wanted = JSON.parse(await runInOracle(EVALUATE, { source }));
    expect(block(symtableOf(parse(source, '<test>', 'exec').tree).top)).toEqual(wanted);
  });
});
