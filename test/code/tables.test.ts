// Location and exception tables: read against the oracle's readers, written and read back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExceptionTableWriter, findExceptionHandler, parseExceptionTable } from '../../src/code/exception-table.ts';
import {
  codeUnitPositions,
  lineAt,
  lineRanges,
  LocationTableWriter,
  parseLocationTable,
} from '../../src/code/location-table.ts';
import { runInOracle } from '../support/oracle.mjs';

const SOURCE = `
import os
def f(a, b=(1,
            2)):
    try:
        with a as x, b:
            for i in x: yield i, [j for j in i if j]
    except* ValueError as e:
        raise TypeError(
            e,


            a.very_long_name_indeed_to_get_past_the_short_form_of_columns_and_past_the_eightieth_column.x + b)
    finally:
        del a
async def g():
    async for x in y:
        await x
    match a:
        case {'k': [1, *r]} if r: pass
class C[T]: x: int = 1; é = "äöü" + x
`;

interface OracleTables {
  firstLine: number;
  lineTable: Uint8Array;
  lines: [number, number, number | null][];
  positions: (number | null)[][];
  exceptionTable: Uint8Array;
  exceptions: [number, number, number, number, boolean][];
}

async function tablesFromOracle(): Promise<OracleTables[]> {
  return runInOracle(
    `
import dis
def tables(code):
    yield dict(firstLine=code.co_firstlineno, lineTable=code.co_linetable, lines=list(code.co_lines()),
               positions=list(code.co_positions()), exceptionTable=code.co_exceptiontable,
               exceptions=[tuple(e) for e in dis._parse_exception_table(code)])
    for constant in code.co_consts:
        if hasattr(constant, 'co_code'):
            yield from tables(constant)
list(tables(compile(source, 'f', 'exec')))
`,
    { source: SOURCE },
  );
}

describe('tables of code objects', () => {
  it('are read as CPython reads them', async () => {
    for (const tables of await tablesFromOracle()) {
      const lines = lineRanges(tables.lineTable, tables.firstLine);
      expect(lines.map(({ start, end, line }) => [start, end, line])).toEqual(
        tables.lines.map(([start, end, line]) => [start, end, line ?? undefined]),
      );
      const positions = Array.from(codeUnitPositions(tables.lineTable, tables.firstLine));
      expect(positions.map((p) => [p.line, p.endLine, p.column, p.endColumn])).toEqual(
        tables.positions.map((position) => position.map((value) => value ?? undefined)),
      );
      positions.forEach((position, unit) => {
        expect(lineAt(tables.lineTable, tables.firstLine, unit * 2)).toBe(position.line);
      });
      const exceptions = parseExceptionTable(tables.exceptionTable);
      expect(exceptions.map((e) => [e.start, e.end, e.target, e.depth, e.lasti])).toEqual(tables.exceptions);
    }
  });

  it('give back the locations that were written', () => {
    const column = fc.integer({ min: 0, max: 300 });
    const location = fc.oneof(
      fc.constant(null),
      fc.record({
        line: fc.integer({ min: 1, max: 5000 }),
        height: fc.constantFrom(0, 0, 0, 1, 100),
        column,
        width: fc.integer({ min: -5, max: 200 }),
      }),
    );
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), location), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(runs, (entries) => {
        const writer = new LocationTableWriter(1000);
        const expected: unknown[] = [];
        for (const [units, at] of entries) {
          const endColumn = at === null ? -1 : Math.max(at.column + at.width, 0);
          if (at === null) writer.add(units, -1, -1, -1, -1);
          else writer.add(units, at.line, at.line + at.height, at.column, endColumn);
          for (let i = 0; i < units; i++) {
            expected.push(at === null ? [] : [at.line, at.line + at.height, at.column, endColumn]);
          }
        }
        const positions = Array.from(codeUnitPositions(writer.finish(), 1000));
        expect(positions.map((p) => (p.line === undefined ? [] : [p.line, p.endLine, p.column, p.endColumn]))).toEqual(
          expected,
        );
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('give back the exception ranges that were written', () => {
    const range = fc.record({
      gap: fc.integer({ min: 0, max: 100_000 }),
      length: fc.integer({ min: 1, max: 70_000_000 }),
      target: fc.integer({ min: 0, max: 500_000_000 }),
      depth: fc.integer({ min: 0, max: 1000 }),
      lasti: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 10 }), (ranges) => {
        const writer = new ExceptionTableWriter();
        let start = 0;
        const expected = ranges.map(({ gap, length, target, depth, lasti }) => {
          start += gap;
          writer.add(start, length, target, depth, lasti);
          const entry = { start: start * 2, end: (start + length) * 2, target: target * 2, depth, lasti };
          start += length;
          return entry;
        });
        const entries = parseExceptionTable(writer.finish());
        expect(entries).toEqual(expected);
        for (const entry of expected) {
          expect(findExceptionHandler(entries, entry.start)).toEqual(entry);
          expect(findExceptionHandler(entries, entry.end - 2)).toEqual(entry);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('survive truncation and nonsense', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        parseExceptionTable(bytes);
        parseLocationTable(bytes, 1);
        lineRanges(bytes, 1);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
