/**
 * The abstract grammar as `_ast` shows it: sums and products in order, and the text that stands as `__doc__`.
 *
 * Fields come from `ast/nodes.generated.ts`; this adds which constructor belongs to which sum and how the grammar spells
 * types that are one thing in our nodes (`identifier`, `string` and `constant`).
 *
 * @cpython Parser/Python.asdl (3.14)
 */
import { ENUM_SUMS, NODE_FIELDS, type AstNode } from '../../ast/nodes.generated.ts';

export type NodeName = AstNode['node'];

/** One field of a node. */
export interface Field {
  readonly name: string;
  /** `str`, `int`, `object`, or the name of a sum or product. */
  readonly type: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

/** A sum with constructors, or a product, which is its own only constructor. */
export interface Definition {
  readonly name: string;
  readonly isSum: boolean;
  /** Its constructors are singletons without fields. */
  readonly isEnum: boolean;
  readonly constructors: readonly string[];
  readonly hasPosition: boolean;
  /** The end of the position may be missing. */
  readonly isEndOptional: boolean;
}

export const POSITION_ATTRIBUTES = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

/** Sums in the grammar's order; null for enumerations and products. */
const SUMS: Readonly<Record<string, string | null>> = {
  mod: 'Module Interactive Expression FunctionType',
  stmt:
    'FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If With ' +
    'AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue',
  expr:
    'BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom ' +
    'Compare Call FormattedValue Interpolation JoinedStr TemplateStr Constant Attribute Subscript Starred Name List Tuple ' +
    'Slice',
  expr_context: null,
  boolop: null,
  operator: null,
  unaryop: null,
  cmpop: null,
  comprehension: null,
  excepthandler: 'ExceptHandler',
  arguments: null,
  arg: null,
  keyword: null,
  alias: null,
  withitem: null,
  match_case: null,
  pattern: 'MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr',
  type_ignore: 'TypeIgnore',
  type_param: 'TypeVar ParamSpec TypeVarTuple',
};

/** Sums and products whose end position is required. */
const END_REQUIRED: ReadonlySet<string> = new Set(['pattern', 'type_param']);

function definitionOf(name: string, constructorNames: string | null): Definition {
  const enumeration = ENUM_SUMS[name];
  const isSum = constructorNames !== null || enumeration !== undefined;
  const constructors = enumeration ?? (constructorNames ?? name).split(' ');
  const hasPosition = enumeration === undefined && NODE_FIELDS[constructors[0] as NodeName].hasPosition;
  return {
    name,
    isSum,
    isEnum: enumeration !== undefined,
    constructors,
    hasPosition,
    isEndOptional: !END_REQUIRED.has(name),
  };
}

/** All sums and products. */
export const DEFINITIONS: readonly Definition[] = Object.entries(SUMS).map(([name, names]) =>
  definitionOf(name, names),
);

const fieldCache = new Map<string, readonly Field[]>();

/** The fields of a constructor or product. */
export function fieldsOf(name: string): readonly Field[] {
  let fields = fieldCache.get(name);
  if (fields === undefined) {
    const entry = NODE_FIELDS[name as NodeName] as (typeof NODE_FIELDS)[NodeName] | undefined;
    fields = (entry?.fields ?? []).map(([fieldName, type]) => ({
      name: fieldName,
      type: type.replace(/[*?]$/, ''),
      isList: type.endsWith('*'),
      isOptional: type.endsWith('?'),
    }));
    fieldCache.set(name, fields);
  }
  return fields;
}

/** Fields that hold a `string` where others of type str hold an `identifier`. */
const STRING_FIELDS: ReadonlySet<string> = new Set(['type_comment', 'tag', 'kind']);
/** Lists of which the grammar says that items may be None; it does not say so of `arguments.kw_defaults`. */
const NULLABLE_LISTS: ReadonlySet<string> = new Set(['Dict.keys']);

/** Whether a field of type str is of the grammar's type `string`. */
export function isStringField(field: Field): boolean {
  return STRING_FIELDS.has(field.name);
}

/** Whether the items of a list may be None. */
export function mayHoldNone(owner: string, field: Field): boolean {
  return NULLABLE_LISTS.has(`${owner}.${field.name}`);
}

function signatureOf(name: string): string {
  const fields = fieldsOf(name);
  if (fields.length === 0) return name;
  const parts = fields.map((field) => {
    const type =
      field.type === 'object'
        ? 'constant'
        : field.type !== 'str'
          ? field.type
          : isStringField(field)
            ? 'string'
            : 'identifier';
    const mark = field.isList ? (mayHoldNone(name, field) ? '?*' : '*') : field.isOptional ? '?' : '';
    return `${type}${mark} ${field.name}`;
  });
  return `${name}(${parts.join(', ')})`;
}

/** `__doc__` of the class of a constructor or product. */
export function constructorDoc(name: string): string {
  return signatureOf(name);
}

/** `__doc__` of the class of a sum. */
export function sumDoc(definition: Definition): string {
  const { name, constructors, isEnum } = definition;
  if (isEnum) return `${name} = ${constructors.join(' | ')}`;
  return `${name} = ${constructors.map(signatureOf).join(`\n${' '.repeat(name.length + 1)}| `)}`;
}
