/**
 * From our tree to `ast` objects.
 *
 * @cpython Parser/asdl_c.py ast2obj_* (3.14)
 */
import type { AstNode, mod } from '../../ast/nodes.generated.ts';
import type { LiteralConstant } from '../../base/constant.ts';
import {
  None,
  PyList,
  allocate,
  attributeKey,
  recursionError,
  strFromUtf16,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { constantToValue } from '../../objects/function/constant-values.ts';
import { astClasses, type AstClasses } from './ast-classes.ts';
import { POSITION_ATTRIBUTES, fieldsOf, type Field } from './grammar.ts';

type NodeFields = Readonly<Record<string, unknown>>;
/** Objects of our classes keep their attributes as own properties; none of these names is a descriptor of the class. */
type Attributes = Record<string, Value>;

const POSITION_KEYS = POSITION_ATTRIBUTES.map((name) => [name, attributeKey(name)] as const);

/** What converting nodes of one kind needs. */
interface Plan {
  readonly type: PyType;
  readonly fields: readonly { readonly field: Field; readonly key: string }[];
}

class Converter {
  private readonly classes: AstClasses;
  private readonly plans = new Map<string, Plan>();

  constructor(classes: AstClasses) {
    this.classes = classes;
  }

  private planOf(name: string): Plan {
    let plan = this.plans.get(name);
    if (plan === undefined) {
      const fields = fieldsOf(name).map((field) => ({ field, key: attributeKey(field.name) }));
      plan = { type: this.classes.byName.get(name)!, fields };
      this.plans.set(name, plan);
    }
    return plan;
  }

  node(node: AstNode): Value {
    const plan = this.planOf(node.node);
    const object = allocate<[], Value & object>(plan.type);
    const attributes = object as unknown as Attributes;
    const values = node as unknown as NodeFields;
    for (const { field, key } of plan.fields) {
      const value = values[field.name];
      attributes[key] = field.isList
        ? new PyList((value as readonly unknown[]).map((item) => this.value(field, item)))
        : this.value(field, value);
    }
    if (typeof values['lineno'] === 'number' && node.node !== 'TypeIgnore') {
      for (const [name, key] of POSITION_KEYS) attributes[key] = values[name] as number;
    }
    return object;
  }

  private value(field: Field, value: unknown): Value {
    if (field.type === 'object') return constantToValue(value as LiteralConstant);
    if (value === null || value === undefined) return None;
    if (typeof value === 'object') return this.node(value as AstNode);
    if (typeof value === 'string') {
      return field.type === 'str' ? strFromUtf16(value) : this.classes.singletons.get(value)!;
    }
    return value as number;
  }
}

/** The `ast` object of a tree. */
export function objectFromTree(tree: mod): Value {
  try {
    return new Converter(astClasses()).node(tree);
  } catch (error) {
    if (error instanceof RangeError) throw recursionError('maximum recursion depth exceeded during  ast construction');
    throw error;
  }
}
