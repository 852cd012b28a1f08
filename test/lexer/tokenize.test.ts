/** Token streams of `_tokenize.TokenizerIter`, as `tokenize` asks for them. */
import { expect, test } from 'vitest';
import { tokenizeLines } from '../../src/lexer/index.ts';
import { isAboutNotEqual } from '../support/later-complaints.ts';
import { runInOracle } from '../support/oracle.mjs';
import { readPrograms } from '../support/program-list.ts';

const ORACLE_TOKENS = `
import io, json
from _tokenize import TokenizerIter
def tokens(text):
    out = []
    try:
        for token in TokenizerIter(io.StringIO(text, newline='\\n').readline, extra_tokens=True):
            out.append(token)
    except SyntaxError as e:
        return [out, [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]]
    return [out, None]
json.dumps([tokens(text) for text in json.loads(texts)])
`;

async function compare(texts: readonly string[]): Promise<void> {
  const wanted = JSON.parse(await runInOracle(ORACLE_TOKENS, { texts: JSON.stringify(texts) })) as unknown[];
  const differences = texts.flatMap((text, i) => {
    const { tokens, error } = tokenizeLines(text, '<string>', true);
    const got = [
      tokens.map(({ type, string, start, end, line }) => [type, string, start, end, line]),
      error && [error.kind, error.message, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text],
    ];
    return JSON.stringify(got) === JSON.stringify(wanted[i]) ? [] : [{ text, got, want: wanted[i] }];
  });
  expect(differences).toEqual([]);
}

const programs = ['seed-programs.txt', 'detail-programs.txt', 'bad-programs.txt'].flatMap((name) =>
  readPrograms(new URL(`../parser/${name}`, import.meta.url)).filter((program) => !isAboutNotEqual(program)),
);

test('programs, good and bad', () => compare(programs));
test('without a last line end', () => compare(programs.map((text) => text.replace(/\n+$/, ''))));
test('with CR LF', () =>
  compare(
    readPrograms(new URL('../parser/seed-programs.txt', import.meta.url)).map((text) => text.replaceAll('\n', '\r\n')),
  ));
test('null bytes', () => compare(['a\0b', 'x = 1\ny\0', 'if x:\n    y\n    z\0\n']));
