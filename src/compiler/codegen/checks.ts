/**
 * Warnings about expressions that cannot work: calling or indexing a literal, `is` with a literal.
 *
 * @cpython Python/codegen.c check_caller, check_subscripter, check_index, codegen_check_compare (3.14)
 */
import type { LiteralConstant } from '../../base/constant.ts';
import type { Compare, expr } from '../../ast/nodes.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';

function constantTypeName(value: LiteralConstant): string {
  if (value === null) return 'NoneType';
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    default:
      return value.kind === 'wide' ? 'str' : value.kind;
  }
}

/** Name of the type that an expression certainly has, or null. */
function inferType(e: expr): string | null {
  switch (e.node) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'TemplateStr':
    case 'Interpolation':
      return templateTypeName(e);
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constantTypeName(e.value);
    default:
      return null;
  }
}

function templateTypeName(e: expr): string {
  return e.node === 'TemplateStr' ? 'string.templatelib.Template' : 'string.templatelib.Interpolation';
}

export function checkCaller(c: Compiler, e: expr): void {
  switch (e.node) {
    case 'Constant':
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'Dict':
    case 'DictComp':
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'JoinedStr':
    case 'TemplateStr':
    case 'FormattedValue':
    case 'Interpolation':
      c.warn(locationOf(e), `'${inferType(e)}' object is not callable; perhaps you missed a comma?`);
  }
}

export function checkSubscripter(c: Compiler, e: expr): void {
  switch (e.node) {
    case 'Constant': {
      const type = constantTypeName(e.value);
      if (!['NoneType', 'ellipsis', 'int', 'bool', 'float', 'complex', 'frozenset'].includes(type)) return;
      break;
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
    case 'TemplateStr':
    case 'Interpolation':
      break;
    default:
      return;
  }
  c.warn(locationOf(e), `'${inferType(e)}' object is not subscriptable; perhaps you missed a comma?`);
}

export function checkIndex(c: Compiler, e: expr, index: expr): void {
  const indexType = inferType(index);
  if (indexType === null || indexType === 'int' || indexType === 'bool' || indexType === 'slice') return;
  switch (e.node) {
    case 'Constant':
      if (!['str', 'bytes', 'tuple'].includes(constantTypeName(e.value))) return;
      break;
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break;
    default:
      return;
  }
  c.warn(
    locationOf(e),
    `${inferType(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
  );
}

/** False for constants other than the named singletons. */
function isComparableByIdentity(e: expr): boolean {
  if (e.node === 'Tuple') return !e.elts.every((item) => item.node === 'Constant');
  if (e.node !== 'Constant') return true;
  const { value } = e;
  return value === null || typeof value === 'boolean' || (typeof value === 'object' && value.kind === 'ellipsis');
}

export function checkCompare(c: Compiler, e: Compare): void {
  let hasIdentity = false;
  for (let i = 0; i < e.ops.length; i++) if (e.ops[i] === 'Is' || e.ops[i] === 'IsNot') hasIdentity = true;
  if (!hasIdentity) return;
  let left = e.left;
  for (let i = 0; i < e.ops.length; i++) {
    const operator = e.ops[i]!;
    const right = e.comparators[i]!;
    if (operator === 'Is' || operator === 'IsNot') {
      const isLeftFine = isComparableByIdentity(left);
      if (!isLeftFine || !isComparableByIdentity(right)) {
        const type = inferType(isLeftFine ? right : left);
        c.warn(
          locationOf(e),
          operator === 'Is'
            ? `"is" with '${type}' literal. Did you mean "=="?`
            : `"is not" with '${type}' literal. Did you mean "!="?`,
        );
        return;
      }
    }
    left = right;
  }
}
