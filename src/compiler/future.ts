/**
 * `from __future__ import …` at the head of a module.
 *
 * @cpython Python/future.c (3.14)
 */
import type { ImportFrom, mod } from '../ast/nodes.generated.ts';
import { PlacedDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { type FutureFeatures, getDocstring } from '../symtable/index.ts';
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from './compiler-flags.ts';

/** The features and the flag that each sets; most are mandatory by now and set none. */
const FEATURES: ReadonlyMap<string, number> = new Map([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['barry_as_FLUFL', CO_FUTURE_BARRY_AS_BDFL],
  ['generator_stop', 0],
  ['annotations', CO_FUTURE_ANNOTATIONS],
]);

function checkFeatures(s: ImportFrom): number {
  let flags = 0;
  for (const node of s.names) {
    const flag = FEATURES.get(node.name);
    if (flag === undefined) {
      const { name } = node;
      throw new PlacedDiagnostic(
        name === 'braces' ? 'not a chance' : `future feature ${name.slice(0, 100)} is not defined`,
        node,
      );
    }
    flags |= flag;
  }
  return flags;
}

/** The features that a module asks for. @throws SyntaxDiagnostic for an unknown feature */
export function futureFeatures(tree: mod): FutureFeatures {
  const result: FutureFeatures = {
    features: 0,
    location: { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 },
  };
  if (tree.node !== 'Module' && tree.node !== 'Interactive') return result;
  const { body } = tree;
  for (let i = getDocstring(body) === null ? 0 : 1; i < body.length; i++) {
    const s = body[i]!;
    if (s.node !== 'ImportFrom' || s.level !== 0 || s.module !== '__future__') break;
    result.features |= checkFeatures(s);
    result.location = s;
  }
  return result;
}
