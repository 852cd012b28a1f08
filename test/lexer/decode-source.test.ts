/** Bytes to text: marks, cookies, line ends and what cannot be decoded. */
import { expect, test } from 'vitest';
import { dump } from '../../src/ast/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { parse } from '../../src/parser/index.ts';
import { runInOracle } from '../support/oracle.mjs';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const SOURCES = [
  '\xef\xbb\xbfx = "\xc3\xa9"\n',
  '# coding: latin-1\nx = "\xe9"\n',
  '# -*- coding: iso-8859-1 -*-\nx = "\xe9"\n',
  '#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\nx = "\xe9"\n',
  '# coding: utf-8\nx = "\xc3\xa9"\n',
  '# coding: UTF_8-sig\nx = "\xc3\xa9"\n',
  'x = 1\n# coding: latin-1\ny = "\xc3\xa9"\n',
  '\n# coding: latin-1\ny = "\xe9"\n',
  '\n\n# coding: latin-1\ny = "\xc3\xa9"\n',
  '# coding: ascii\nx = "a"\n',
  '# coding: us-ascii\nx = "a"\n',
  'x = 1\r\ny = """a\r\nb\rc"""\rz = 2',
  'if x:\r    y\r\n    z\r',
  '\x0cx = 1\n\x0c  \x0cy = 2\n',
  'x = 1\n\x00',
  'x\x00 = 1\n',
  '# coding: no-such-codec\nx = 1\n',
  '\xef\xbb\xbf# coding: latin-1\nx = 1\n',
  '',
  '\n',
  '\xef\xbb\xbf',
  '# only a comment',
  'x = "\xff"\n',
  'x = 1\ny = "a\xe9b"\n',
  '# \xc3\x28\n',
  'x = "\xf0\x9f\x98"\n',
  'x = "\xed\xa0\x80"\n',
  '# coding: ascii\nx = "\xe9"\n',
  '# coding: utf-8\nx = "\xe9"\n',
];

test('what the oracle makes of bytes', async () => {
  const wanted = JSON.parse(
    await runInOracle(
      `
import ast, json
def outcome(text):
    try:
        return ['ok', ast.dump(ast.parse(text.encode('latin-1')), include_attributes=True)]
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
json.dumps([outcome(text) for text in json.loads(sources)])`,
      { sources: JSON.stringify(SOURCES) },
    ),
  ) as unknown[];
  const got = SOURCES.map((source) => {
    try {
      return ['ok', dump(parse(latin1(source), '<unknown>', 'exec').tree, { includeAttributes: true })];
    } catch (error) {
      if (!(error instanceof SyntaxDiagnostic)) throw error;
      const { kind, message, lineno, offset, end_lineno, end_offset, text } = error;
      return [kind, message, lineno, offset, end_lineno, end_offset, text];
    }
  });
  SOURCES.forEach((source, i) => expect([source, got[i]]).toEqual([source, wanted[i]]));
});

test('other encodings are asked for', () => {
  const { tree } = parse(latin1('# coding: rot13\nk = 1\n'), 'x.py', 'exec', {
    decode: (encoding) => (encoding === 'rot13' ? '# pbqvat: ebg13\nx = 1\n' : null),
  });
  expect(dump(tree)).toContain("id='x'");
});
