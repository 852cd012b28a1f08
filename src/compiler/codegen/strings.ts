/**
 * f-strings and t-strings.
 *
 * @cpython Python/codegen.c codegen_joined_str, codegen_template_str (3.14)
 */
import { assert } from '../../base/assert.ts';
import type { FormattedValue, Interpolation, JoinedStr, TemplateStr } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { CONVERSIONS, NB, NB_INPLACE, STACK_USE_GUIDELINE } from './oparg.ts';

export function joinedString(c: Compiler, e: JoinedStr): void {
  const loc = locationOf(e);
  const { values } = e;
  if (values.length > STACK_USE_GUIDELINE) {
    c.loadConst(loc, '');
    c.addName(loc, op.LOAD_ATTR, 'join', 1, 1);
    c.addI(loc, op.BUILD_LIST, 0);
    for (const value of values) {
      c.visit(value);
      c.addI(loc, op.LIST_APPEND, 1);
    }
    return c.addI(loc, op.CALL, 1);
  }
  c.visitAll(values);
  if (values.length > 1) c.addI(loc, op.BUILD_STRING, values.length);
  else if (values.length === 0) c.loadConst(loc, '');
}

/** The argument for a conversion's character. @throws InternalError for what only a changed tree can have */
function conversionOf(character: number): number {
  const conversion = CONVERSIONS[character];
  assert(conversion !== undefined, `Unrecognized conversion character ${character}`);
  return conversion;
}

export function formattedValue(c: Compiler, e: FormattedValue): void {
  c.visit(e.value);
  const loc = locationOf(e);
  if (e.conversion !== -1) c.addI(loc, op.CONVERT_VALUE, conversionOf(e.conversion));
  if (e.format_spec !== null) {
    c.visit(e.format_spec);
    c.add(loc, op.FORMAT_WITH_SPEC);
  } else {
    c.add(loc, op.FORMAT_SIMPLE);
  }
}

/** The strings and the interpolations alternate; where two interpolations meet, or at an end, there is an empty string. */
export function templateString(c: Compiler, e: TemplateStr): void {
  const loc = locationOf(e);
  const { values } = e;
  let lastWasInterpolation = true;
  let stringCount = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i]!.node === 'Interpolation') {
      if (lastWasInterpolation) {
        c.loadConst(loc, '');
        stringCount++;
      }
      lastWasInterpolation = true;
      continue;
    }
    c.visit(values[i]!);
    while (i + 1 < values.length && values[i + 1]!.node !== 'Interpolation') {
      c.visit(values[++i]!);
      c.addI(loc, op.BINARY_OP, NB.Add + NB_INPLACE);
    }
    stringCount++;
    lastWasInterpolation = false;
  }
  if (lastWasInterpolation) {
    c.loadConst(loc, '');
    stringCount++;
  }
  c.addI(loc, op.BUILD_TUPLE, stringCount);
  let interpolationCount = 0;
  for (const value of values) {
    if (value.node !== 'Interpolation') continue;
    c.visit(value);
    interpolationCount++;
  }
  c.addI(loc, op.BUILD_TUPLE, interpolationCount);
  c.add(loc, op.BUILD_TEMPLATE);
}

export function interpolation(c: Compiler, e: Interpolation): void {
  const loc = locationOf(e);
  c.visit(e.value);
  c.loadConst(loc, e.str);
  let oparg = 2;
  if (e.format_spec !== null) {
    oparg++;
    c.visit(e.format_spec);
  }
  if (e.conversion !== -1) oparg |= conversionOf(e.conversion) << 2;
  c.addI(loc, op.BUILD_INTERPOLATION, oparg);
}
