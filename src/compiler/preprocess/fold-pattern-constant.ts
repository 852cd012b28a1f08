/**
 * `-1`, `-1.5` and `1+2j` in patterns: patterns know constants only.
 *
 * @cpython Python/ast_preprocess.c fold_const_match_patterns (3.14)
 */
import { ComplexConstant, FloatConstant, type LiteralConstant, normalizeInt } from '../../base/constant.ts';
import { Constant, type expr } from '../../ast/nodes.generated.ts';

function negate(value: LiteralConstant): LiteralConstant | undefined {
  switch (typeof value) {
    case 'boolean':
      return value ? -1 : 0;
    case 'number':
      return value === 0 ? 0 : -value;
    case 'bigint':
      return normalizeInt(-value);
    case 'object':
      if (value === null) return undefined;
      if (value.kind === 'float') return new FloatConstant(-value.value);
      if (value.kind === 'complex') return new ComplexConstant(-value.real, -value.imag);
  }
  return undefined;
}

/** A real number, or undefined. An int too large for a float is undefined too: Python raises OverflowError for it. */
function realPart(value: LiteralConstant): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') {
    const result = Number(value);
    return Number.isFinite(result) ? result : undefined;
  }
  return typeof value === 'object' && value?.kind === 'float' ? value.value : undefined;
}

/** `left ± right` for a real left and a complex right, which is all that the grammar lets through. */
function addComplex(
  left: LiteralConstant,
  right: LiteralConstant,
  isSubtraction: boolean,
): LiteralConstant | undefined {
  const real = realPart(left);
  if (real === undefined || typeof right !== 'object' || right?.kind !== 'complex') return undefined;
  return isSubtraction
    ? new ComplexConstant(real - right.real, -right.imag)
    : new ComplexConstant(real + right.real, right.imag);
}

/** The constant for a signed or complex number, or the expression itself. */
export function foldPatternConstant(e: expr): expr {
  let value: LiteralConstant | undefined;
  if (e.node === 'UnaryOp' && e.op === 'USub' && e.operand.node === 'Constant') {
    value = negate(e.operand.value);
  } else if (e.node === 'BinOp' && (e.op === 'Add' || e.op === 'Sub') && e.right.node === 'Constant') {
    e.left = foldPatternConstant(e.left);
    if (e.left.node === 'Constant') value = addComplex(e.left.value, e.right.value, e.op === 'Sub');
  }
  if (value === undefined) return e;
  return Constant(value, null, e.lineno, e.col_offset, e.end_lineno, e.end_col_offset);
}
