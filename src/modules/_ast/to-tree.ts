/**
 * From `ast` objects to our tree, with what CPython says about objects that are none.
 *
 * Constants of a type that the grammar does not allow are reported when the tree is validated, as there.
 *
 * @cpython Parser/asdl_c.py obj2ast_* (3.14)
 */
import type { AstNode, mod } from '../../ast/nodes.generated.ts';
import type { LiteralConstant } from '../../base/constant.ts';
import {
  None,
  PyList,
  PyTuple,
  asInt,
  asText,
  bytesType,
  getAttrOrUndefined,
  isInstance,
  isInstanceOf,
  listType,
  overflowError,
  recursionError,
  reprHost,
  runtimeError,
  strType,
  textToHost,
  tupleType,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import { valueToConstant } from '../../objects/function/constant-values.ts';
import { PyFrozenSet, frozensetType } from '../../objects/set/index.ts';
import type { CompileMode } from '../../runtime/index.ts';
import { astClasses, type AstClasses } from './ast-classes.ts';
import { PyAstNode } from './ast-node.ts';
import { DEFINITIONS, fieldsOf, isStringField, type Definition, type Field } from './grammar.ts';

/** A tree read from objects, and those of its constants that cannot be constants: the node, and the type's name. */
export interface TreeFromObject {
  readonly tree: mod;
  readonly wrongConstants: ReadonlyMap<AstNode, string>;
}

const DEFINITION_BY_NAME: ReadonlyMap<string, Definition> = new Map(DEFINITIONS.map((each) => [each.name, each]));

/** A name of the type of the first value in it that cannot be a constant, or null. @cpython validate_constant */
function wrongConstantType(value: Value): string | null {
  if (value instanceof PyCode) return 'code';
  const type = typeOf(value);
  const isTuple = value instanceof PyTuple && type === tupleType;
  const isFrozenSet = value instanceof PyFrozenSet && type === frozensetType;
  if (isTuple || isFrozenSet) {
    const items = isTuple ? value.items : (value as PyFrozenSet).entries().items;
    for (const item of items) {
      const wrong = wrongConstantType(item);
      if (wrong !== null) return wrong;
    }
    return null;
  }
  const isConstant = type.tp_name !== 'slice' && valueToConstant(value) !== undefined;
  return isConstant ? null : type.name;
}

class Reader {
  readonly wrongConstants = new Map<AstNode, string>();
  private readonly classes: AstClasses;
  /** The node being read, for the message about too deep a recursion. */
  where = 'mod';

  constructor(classes: AstClasses) {
    this.classes = classes;
  }

  /** A node of a sum or product, or null for None. */
  read(definition: Definition, object: Value): AstNode | null {
    if (object === None) return null;
    const values: Record<string, unknown> = {};
    if (definition.isSum) {
      if (definition.hasPosition) this.readPosition(definition, definition.name, object, values);
      const name = this.constructorOf(definition, object);
      return this.finish(name, values, this.readFields(name, object, values));
    }
    const wrong = this.readFields(definition.name, object, values);
    if (definition.hasPosition) this.readPosition(definition, definition.name, object, values);
    return this.finish(definition.name, values, wrong);
  }

  /** @param wrong name of the type of a constant that cannot be one */
  private finish(name: string, values: Record<string, unknown>, wrong: string | null): AstNode {
    for (const { name: field, type, isList, isOptional } of fieldsOf(name)) {
      if (!isList && !isOptional && type !== 'int' && type !== 'object' && values[field] === null) {
        throw valueError(`field '${field}' is required for ${name}`);
      }
    }
    const node = { node: name, ...values } as unknown as AstNode;
    if (wrong !== null) this.wrongConstants.set(node, wrong);
    return node;
  }

  /** The constructor of a sum that an object is of. @throws TypeError */
  private constructorOf(definition: Definition, object: Value): string {
    const exact = this.classes.nodeNames.get(typeOf(object));
    if (exact !== undefined && definition.constructors.includes(exact)) return exact;
    if (object instanceof PyAstNode) {
      const found = definition.constructors.find((name) => isInstance(object, this.classes.byName.get(name)!));
      if (found !== undefined) return found;
    }
    throw typeError(`expected some sort of ${definition.name}, but got ${reprHost(object)}`);
  }

  private readPosition(definition: Definition, owner: string, object: Value, values: Record<string, unknown>): void {
    for (const name of ['lineno', 'col_offset'] as const) {
      const value = getAttrOrUndefined(object, name);
      if (value === undefined) throw missing(name, owner);
      values[name] = asCInt(value);
    }
    for (const [name, start] of [
      ['end_lineno', 'lineno'],
      ['end_col_offset', 'col_offset'],
    ] as const) {
      const value = getAttrOrUndefined(object, name);
      if (!definition.isEndOptional && value === undefined) throw missing(name, owner);
      values[name] =
        value === undefined || (definition.isEndOptional && value === None) ? values[start] : asCInt(value);
    }
  }

  /** Gives the name of the type of a constant that cannot be one, or null. */
  private readFields(name: string, object: Value, values: Record<string, unknown>): string | null {
    let wrong: string | null = null;
    for (const field of fieldsOf(name)) {
      const value = getAttrOrUndefined(object, field.name);
      if (field.isList) values[field.name] = this.readList(name, field, value);
      else if (value === undefined || (field.isOptional && value === None)) {
        if (!field.isOptional) throw missing(field.name, name);
        values[field.name] = field.type === 'int' ? 0 : null;
      } else if (field.type === 'object') {
        wrong = wrongConstantType(value);
        values[field.name] = wrong === null ? (valueToConstant(value) as LiteralConstant) : null;
      } else {
        this.where = name;
        values[field.name] = this.readValue(field, value);
      }
    }
    return wrong;
  }

  private readList(owner: string, field: Field, list: Value | undefined): unknown[] {
    if (list === undefined) return [];
    if (!(list instanceof PyList) || !isInstanceOf(list, listType)) {
      throw typeError(`${owner} field "${field.name}" must be a list, not a ${typeName(list)}`);
    }
    const { items } = list;
    const count = items.length;
    const result: unknown[] = [];
    for (let i = 0; i < count; i++) {
      this.where = owner;
      result.push(this.readValue(field, items[i]!));
      if (list.items.length !== count)
        throw runtimeError(`${owner} field "${field.name}" changed size during iteration`);
    }
    return result;
  }

  private readValue(field: Field, value: Value): unknown {
    switch (field.type) {
      case 'int':
        return asCInt(value);
      case 'str':
        return readText(field, value);
      default: {
        const definition = DEFINITION_BY_NAME.get(field.type)!;
        return definition.isEnum ? this.constructorOf(definition, value) : this.read(definition, value);
      }
    }
  }
}

function missing(field: string, owner: string): Value {
  return typeError(`required field "${field}" missing from ${owner}`);
}

function asCInt(value: Value): number {
  const int = asInt(value);
  if (int === undefined) throw valueError(`invalid integer value: ${reprHost(value)}`);
  if (typeof int === 'bigint' || int > 0x7fffffff || int < -0x80000000) {
    throw overflowError('Python int too large to convert to C int');
  }
  return int;
}

/** @cpython obj2ast_identifier, obj2ast_string */
function readText(field: Field, value: Value): string | null {
  const type = typeOf(value);
  if (type === strType) return textToHost(asText(value)!);
  if (!isStringField(field)) {
    if (value === None) return null;
    throw typeError('AST identifier must be of type str');
  }
  if (type === bytesType) return null;
  throw typeError('AST string must be of type str');
}

const MODULE_NAMES: Readonly<Record<CompileMode, string>> = {
  exec: 'Module',
  eval: 'Expression',
  single: 'Interactive',
  func_type: 'FunctionType',
};

/** Reads the tree of a mode. @throws TypeError, ValueError @cpython PyAST_obj2mod */
export function treeFromObject(object: Value, mode: CompileMode): TreeFromObject {
  const classes = astClasses();
  const expected = MODULE_NAMES[mode];
  if (!isInstance(object, classes.byName.get(expected)!)) {
    throw typeError(`expected ${expected} node, got ${typeOf(object).name}`);
  }
  const reader = new Reader(classes);
  try {
    const tree = reader.read(DEFINITION_BY_NAME.get('mod')!, object) as mod;
    return { tree, wrongConstants: reader.wrongConstants };
  } catch (error) {
    if (error instanceof RangeError) {
      throw recursionError(`maximum recursion depth exceeded while traversing '${reader.where}' node`);
    }
    throw error;
  }
}
