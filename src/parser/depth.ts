/**
 * How deeply programs may be nested: as deeply as CPython's parser calls itself.
 *
 * That has a function for each rule of the grammar, ours has not, so what lies between two levels of nesting is counted
 * here as the number of rules that CPython goes through.
 *
 * @cpython Parser/pegen.h MAXSTACK, Parser/pegen_errors.c _Pypegen_stack_overflow (3.14)
 */
import { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';

export const MAX_DEPTH = 6000;

/** From the module to the operand of an expression statement. */
export const STATEMENT_DEPTH = 31;

/** Rules from one operand to the next within it. */
export const DEPTH = {
  unaryOperator: 1,
  not: 1,
  exponent: 2,
  lambdaBody: 2,
  lambdaDefault: 8,
  conditionalElse: 1,
  firstElif: 5,
  elif: 1,
  block: 6,
  display: 29,
  trailer: 24,
} as const;

/** The text is nested too deeply: what CPython says at its limit, and we where the host's stack is full before. */
export function tooComplex(): SyntaxDiagnostic {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return new SyntaxDiagnostic('MemoryError', message, null, null, null, null, null);
}
