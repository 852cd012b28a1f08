/**
 * The classes of the `ast` module, made once an interpreter when they are first needed.
 *
 * @cpython Parser/asdl_c.py make_type, add_attributes, add_ast_annotations (3.14)
 */
import {
  None,
  PyDict,
  PyTuple,
  allocate,
  genericAliasOf,
  intType,
  listType,
  objectType,
  or,
  setAttr,
  strFromUtf16,
  strType,
  typeNew,
  typeType,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { makeAstBase } from './ast-node.ts';
import {
  DEFINITIONS,
  POSITION_ATTRIBUTES,
  constructorDoc,
  fieldsOf,
  sumDoc,
  type Definition,
  type Field,
} from './grammar.ts';

/** The classes and singletons of one interpreter. */
export interface AstClasses {
  readonly base: PyType;
  /** By name, in the module's order, without `AST`. */
  readonly byName: ReadonlyMap<string, PyType>;
  /** Names of the classes that are nodes: constructors and products. */
  readonly nodeNames: ReadonlyMap<PyType, string>;
  /** The instances of `Load`, `Add`…, by name. */
  readonly singletons: ReadonlyMap<string, Value>;
}

const STATE = Symbol('_ast');

/** The classes of the running interpreter. */
export function astClasses(): AstClasses {
  return currentInterpreter().state(STATE, makeClasses);
}

function makeClasses(): AstClasses {
  const byName = new Map<string, PyType>();
  const nodeNames = new Map<PyType, string>();
  const singletons = new Map<string, Value>();
  const base = makeAstBase({
    expressionContext: () => ({ type: byName.get('expr_context')!, load: singletons.get('Load')! }),
  });
  for (const definition of DEFINITIONS) {
    if (definition.isSum) {
      const sum = makeClass(definition.name, base, sumDoc(definition), null, attributesOf(definition));
      byName.set(definition.name, sum);
      for (const name of definition.constructors) {
        byName.set(name, makeClass(name, sum, constructorDoc(name), fieldsOf(name), null));
        if (definition.isEnum) singletons.set(name, allocate(byName.get(name)!));
      }
    } else {
      const { name } = definition;
      byName.set(name, makeClass(name, base, constructorDoc(name), fieldsOf(name), attributesOf(definition)));
    }
    for (const name of definition.constructors) nodeNames.set(byName.get(name)!, name);
  }
  for (const type of nodeNames.keys()) annotate(type, fieldsOf(nodeNames.get(type)!), byName);
  return { base, byName, nodeNames, singletons };
}

interface Attributes {
  readonly names: readonly string[];
  readonly areEndsOptional: boolean;
}

function attributesOf(definition: Definition): Attributes {
  return { names: definition.hasPosition ? POSITION_ATTRIBUTES : [], areEndsOptional: definition.isEndOptional };
}

/** @param fields null for a sum @param attributes null for a constructor, which inherits them */
function makeClass(
  name: string,
  base: PyType,
  doc: string,
  fields: readonly Field[] | null,
  attributes: Attributes | null,
): PyType {
  const namespace = new PyDict();
  const names = new PyTuple((fields ?? []).map((field) => field.name));
  namespace.setStr('_fields', names);
  namespace.setStr('__match_args__', names);
  namespace.setStr('__module__', 'ast');
  namespace.setStr('__doc__', strFromUtf16(doc));
  if (attributes !== null) {
    namespace.setStr('_attributes', new PyTuple(attributes.names));
  }
  for (const field of fields ?? []) if (field.isOptional) namespace.setStr(field.name, None);
  if (attributes !== null && attributes.names.length > 0 && attributes.areEndsOptional) {
    namespace.setStr('end_lineno', None);
    namespace.setStr('end_col_offset', None);
  }
  return typeNew(typeType, name, [base], namespace, null);
}

const PLAIN_TYPES: Readonly<Record<string, PyType>> = { str: strType, int: intType, object: objectType };

/** Sets `_field_types` and `__annotations__`. */
function annotate(type: PyType, fields: readonly Field[], byName: ReadonlyMap<string, PyType>): void {
  const types = new PyDict();
  for (const field of fields) {
    const item = PLAIN_TYPES[field.type] ?? byName.get(field.type)!;
    types.setStr(field.name, field.isList ? genericAliasOf(listType, item) : field.isOptional ? or(item, None) : item);
  }
  setAttr(type, '_field_types', types);
  setAttr(type, '__annotations__', types);
}
