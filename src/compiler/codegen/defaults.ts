/** Default values of parameters. @cpython Python/codegen.c codegen_default_arguments (3.14) */
import type { arguments as Arguments } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import type { Compiler } from '../compiler.ts';
import type { Location } from '../instruction-sequence.ts';
import { MAKE_FUNCTION_DEFAULTS, MAKE_FUNCTION_KWDEFAULTS } from './oparg.ts';

/** Leaves the tuple of defaults and the dict of keyword defaults on the stack; gives the flags for `makeClosure`. */
export function defaultArguments(c: Compiler, loc: Location, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    c.visitAll(args.defaults);
    c.addI(loc, op.BUILD_TUPLE, args.defaults.length);
    flags |= MAKE_FUNCTION_DEFAULTS;
  }
  let count = 0;
  for (let i = 0; i < args.kwonlyargs.length; i++) {
    const value = args.kw_defaults[i] ?? null;
    if (value === null) continue;
    count++;
    c.loadConst(loc, c.maybeMangle(args.kwonlyargs[i]!.arg));
    c.visit(value);
  }
  if (count > 0) {
    c.addI(loc, op.BUILD_MAP, count);
    flags |= MAKE_FUNCTION_KWDEFAULTS;
  }
  return flags;
}
