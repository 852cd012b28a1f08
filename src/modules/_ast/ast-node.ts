/**
 * `ast.AST`: what all classes of nodes have in common.
 *
 * @cpython Parser/asdl_c.py ast_type_init, ast_type_reduce, ast_type_replace, ast_repr (3.14)
 */
import {
  None,
  PyDict,
  PyInstance,
  PyList,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_IMMUTABLETYPE,
  PyGetSetDescriptor,
  allocate,
  asText,
  assignInstanceDict,
  call,
  contains,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  getItem,
  installType,
  instanceDict,
  length,
  makeBuiltinType,
  method,
  objectType,
  rawMethod,
  repr,
  reprHost,
  setAttr,
  strFromUtf16,
  textToHost,
  toArray,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  warn,
  type Kwnames,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { PyGenericAlias } from '../../objects/generic-alias/index.ts';
import { PyUnion } from '../../objects/union/index.ts';

/** An object of a class of nodes. */
export class PyAstNode extends PyInstance {}

/** What the constructor needs to know of the classes made beside `ast.AST`. */
export interface AstBaseContext {
  /** The class `ast.expr_context` and its default. */
  readonly expressionContext: () => { readonly type: PyType; readonly load: Value };
}

const nameText = (name: Value): string => {
  const text = asText(name);
  return text === undefined ? reprHost(name) : textToHost(text);
};

/** Names in a sequence attribute of the class. @throws whatever `len()` of it raises */
function namesOf(type: PyType, attribute: string): Value[] | undefined {
  const names = getAttrOrUndefined(type, attribute);
  if (names === undefined) return undefined;
  length(names);
  return toArray(names);
}

/** Removes a name from a set of names, by equality of text. */
function discard(names: Value[], name: Value): boolean {
  const text = nameText(name);
  const at = names.findIndex((each) => nameText(each) === text);
  if (at < 0) return false;
  names.splice(at, 1);
  return true;
}

/** @cpython ast_type_init */
function initialize(self: Value, args: readonly Value[], kwnames: Kwnames, context: AstBaseContext): void {
  const type = typeOf(self);
  const fields = namesOf(type, '_fields') ?? [];
  const remaining = fields.slice();
  const given = args.length - (kwnames?.length ?? 0);
  if (fields.length < given) {
    throw typeError(
      `${type.name} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? '' : 's'}`,
    );
  }
  for (let i = 0; i < given; i++) {
    setAttr(self, nameText(fields[i]!), args[i]!);
    discard(remaining, fields[i]!);
  }
  kwnames?.forEach((keyword, i) => setKeyword(self, type, fields, remaining, keyword, args[given + i]!));
  if (remaining.length > 0) setDefaults(self, type, remaining, context);
}

function setKeyword(
  self: Value,
  type: PyType,
  fields: Value[],
  remaining: Value[],
  keyword: string,
  value: Value,
): void {
  const name = strFromUtf16(keyword);
  if (fields.some((field) => nameText(field) === keyword)) {
    if (!discard(remaining, name))
      throw typeError(`${type.tp_name} got multiple values for argument ${reprHost(name)}`);
  } else if (!contains(getAttr(type, '_attributes'), name)) {
    warn(
      excTypes.DeprecationWarning,
      `${type.tp_name}.__init__ got an unexpected keyword argument ${reprHost(name)}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.`,
    );
  }
  setAttr(self, keyword, value);
}

/** Fields that were not given: empty lists, `Load()`, or a warning. */
function setDefaults(self: Value, type: PyType, remaining: readonly Value[], context: AstBaseContext): void {
  const fieldTypes = getAttrOrUndefined(type, '_field_types');
  if (!(fieldTypes instanceof PyDict)) return;
  for (const name of remaining) {
    const fieldType = fieldTypes.get(name);
    if (fieldType === undefined) {
      warn(
        excTypes.DeprecationWarning,
        `Field '${nameText(name)}' is missing from ${type.tp_name}._field_types. This will become an error in Python 3.15.`,
      );
    } else if (fieldType instanceof PyUnion) continue;
    else if (fieldType instanceof PyGenericAlias) setAttr(self, nameText(name), new PyList([]));
    else if (fieldType === context.expressionContext().type)
      setAttr(self, nameText(name), context.expressionContext().load);
    else {
      warn(
        excTypes.DeprecationWarning,
        `${type.tp_name}.__init__ missing 1 required positional argument: '${nameText(name)}'. This will become an error in Python 3.15.`,
      );
    }
  }
}

/** @cpython ast_type_reduce */
function reduce(self: Value): Value {
  const dict = getAttrOrUndefined(self, '__dict__');
  const type = typeOf(self);
  if (!(dict instanceof PyDict)) return new PyTuple([type, new PyTuple([])]);
  const positional: Value[] = [];
  const fields = namesOf(type, '_fields');
  for (const name of fields ?? []) {
    if (dict.get(name) === undefined) break;
    positional.push(None);
  }
  return new PyTuple([type, new PyTuple(positional), dict]);
}

/** @cpython ast_type_replace */
function replace(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const names = kwnames ?? [];
  if (args.length > names.length) throw typeError('__replace__() takes no positional arguments');
  const type = typeOf(self);
  const fields = namesOf(type, '_fields') ?? [];
  const attributes = namesOf(type, '_attributes') ?? [];
  const dict = getAttrOrUndefined(self, '__dict__');
  const own = dict instanceof PyDict ? dict : new PyDict();
  const expecting = [...new Map([...fields, ...attributes].map((name) => [nameText(name), name])).values()];
  for (const name of names) {
    if (!discard(expecting, strFromUtf16(name))) {
      throw typeError(
        `${type.tp_name}.__replace__ got an unexpected keyword argument ${reprHost(strFromUtf16(name))}.`,
      );
    }
  }
  for (const key of own.keys()) discard(expecting, key);
  for (const name of attributes) discard(expecting, name);
  const fieldTypes = getAttrOrUndefined(type, '_field_types');
  if (fieldTypes instanceof PyDict) {
    for (const [name, fieldType] of fieldTypes.entries()) if (fieldType instanceof PyUnion) discard(expecting, name);
  }
  if (expecting.length > 0) {
    const list = expecting.map(reprHost).sort().join(', ');
    throw typeError(
      `${type.tp_name}.__replace__ missing ${expecting.length} keyword argument${expecting.length === 1 ? '' : 's'}: ${list}.`,
    );
  }
  const payload = new Map<string, Value>();
  for (const name of [...fields, ...attributes]) {
    const value = own.get(name);
    if (value !== undefined) payload.set(nameText(name), value);
  }
  names.forEach((name, i) => payload.set(name, args[i]!));
  return call(type, [...payload.values()], [...payload.keys()]);
}

const REPR_DEPTH = 3;

function reprNode(self: Value, depth: number, active: readonly Value[]): string {
  const type = typeOf(self);
  if (depth <= 0 || active.includes(self)) return `${type.tp_name}(...)`;
  const fields = namesOf(type, '_fields') ?? [];
  const inner = [...active, self];
  const parts = fields.map((field) => {
    const name = nameText(field);
    const value = getAttr(self, name);
    const isSequence = value instanceof PyList || value instanceof PyTuple;
    return `${name}=${isSequence ? reprSequence(value, depth, inner) : reprPart(value, depth, inner)}`;
  });
  return `${type.tp_name}(${parts.join(', ')})`;
}

function reprPart(value: Value, depth: number, active: readonly Value[]): string {
  return value instanceof PyAstNode ? reprNode(value, depth - 1, active) : textToHost(asText(repr(value))!);
}

/** The first and the last of the items stand for all. @cpython ast_repr_list */
function reprSequence(sequence: PyList | PyTuple, depth: number, active: readonly Value[]): string {
  const count = length(sequence);
  const [open, close] = sequence instanceof PyList ? '[]' : '()';
  if (count === 0) return `${open}${close}`;
  const parts = [reprPart(getItem(sequence, 0), depth, active)];
  if (count > 2) parts.push('...');
  if (count > 1) parts.push(reprPart(getItem(sequence, count - 1), depth, active));
  return `${open}${parts.join(', ')}${close}`;
}

/** Makes the class `ast.AST` of an interpreter. */
export function makeAstBase(context: AstBaseContext): PyType {
  const type = makeBuiltinType('ast.AST', objectType, class AST extends PyAstNode {}, Py_TPFLAGS_BASETYPE);
  type.hasDict = true;
  installType(
    typeSpec(type, {
      slots: {
        tp_new: (cls) => allocate(cls),
        tp_init: (self, args, kwnames) => initialize(self, args, kwnames, context),
        tp_repr: (self) => strFromUtf16(reprNode(self, REPR_DEPTH, [])),
      },
      methods: {
        __reduce__: method('($self, /)', reduce),
        __replace__: rawMethod(
          'Return a copy of the AST node with new values for the specified fields.',
          replace,
          '($self, /, **fields)',
        ),
      },
    }),
  );
  const dict = type.ownDict();
  dict.setStr(
    '__dict__',
    new PyGetSetDescriptor(type, '__dict__', {
      get: (self) => instanceDict(self as PyAstNode),
      set: (self, value) => {
        if (value === undefined) assignInstanceDict(self as PyAstNode, new PyDict());
        else if (value instanceof PyDict) assignInstanceDict(self as PyAstNode, value);
        else throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      },
    }),
  );
  const empty = new PyTuple([]);
  for (const name of ['_fields', '__match_args__', '_attributes']) dict.setStr(name, empty);
  dict.setStr('__module__', 'ast');
  // CPython makes it from a PyType_Spec: its attributes can be set.
  type.tp_flags &= ~Py_TPFLAGS_IMMUTABLETYPE;
  type.modified();
  return type;
}
