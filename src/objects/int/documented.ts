/** Joins implementations with the signatures and docstrings that stand in a table of their own. */
import {
  NativeSpec,
  rawFunction,
  rawMethod,
  type GetSet,
  type NativeImplementation,
  type RawImplementation,
} from '../core/index.ts';

/** Signature (null: the function takes its arguments unparsed) and docstring, by name. */
export type DocTable = Readonly<Record<string, readonly [signature: string | null, doc: string | null]>>;

type Implementations<Table extends DocTable> = { readonly [Name in keyof Table]?: NativeImplementation };

function specs(
  table: DocTable,
  kind: 'method' | 'class' | 'static',
  implementations: Readonly<Record<string, NativeImplementation>>,
) {
  const result: Record<string, NativeSpec> = {};
  for (const name in implementations) {
    const [signature, doc] = table[name]!;
    const fn = implementations[name]!;
    if (signature !== null) result[name] = new NativeSpec(kind, signature, fn, false, doc);
    else if (kind === 'static') result[name] = rawFunction(doc, fn as never);
    else result[name] = rawMethod(doc, fn as unknown as RawImplementation);
  }
  return result;
}

/** Methods: `fn(self, …)`; unparsed ones `fn(self, args, kwnames)`. */
export function documentedMethods<Table extends DocTable>(
  table: Table,
  implementations: Implementations<Table>,
): Record<string, NativeSpec> {
  return specs(table, 'method', implementations as never);
}

/** Class methods: `fn(type, …)`. */
export function documentedClassMethods<Table extends DocTable>(
  table: Table,
  implementations: Implementations<Table>,
): Record<string, NativeSpec> {
  return specs(table, 'class', implementations as never);
}

/** Functions of a module, or static methods: `fn(…)`; unparsed ones `fn(args, kwnames)`. */
export function documentedFunctions<Table extends DocTable>(
  table: Table,
  implementations: Implementations<Table>,
): Record<string, NativeSpec> {
  return specs(table, 'static', implementations as never);
}

/** Read-only attributes. */
export function documentedGetters<Table extends DocTable>(
  table: Table,
  getters: { readonly [Name in keyof Table]?: GetSet['get'] },
): Record<string, GetSet> {
  const result: Record<string, GetSet> = {};
  for (const name in getters) {
    const doc = table[name]![1];
    result[name] = doc === null ? { get: getters[name]! } : { get: getters[name]!, doc };
  }
  return result;
}
