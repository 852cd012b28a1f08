/** `_ast`: the classes of abstract syntax trees. @cpython Parser/asdl_c.py, Python/Python-ast.c */
import {
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_ONLY_AST,
  PyCF_OPTIMIZED_AST,
  PyCF_TYPE_COMMENTS,
} from '../../compiler/compiler-flags.ts';
import { defineModule } from '../define-module.ts';
import { astClasses } from './ast-classes.ts';

export const astModule = defineModule('_ast', {
  constants: () => {
    const { base, byName } = astClasses();
    return {
      AST: base,
      PyCF_ALLOW_TOP_LEVEL_AWAIT,
      PyCF_ONLY_AST,
      PyCF_TYPE_COMMENTS,
      PyCF_OPTIMIZED_AST,
      ...Object.fromEntries(byName),
    };
  },
});
