/** `_typing`. @cpython Modules/_typingmodule.c */
import { nativeFunction, type Value } from '../../objects/core/index.ts';
import { unionType } from '../../objects/union/index.ts';
import { defineModule } from '../define-module.ts';
import { constEvaluatorSpec } from './const-evaluator.ts';
import { MODULE_DOC } from './docs.ts';
import { genericSpec } from './generic.ts';
import { typeAliasSpec } from './type-alias.ts';
import {
  NoDefault,
  noDefaultSpec,
  paramSpecArgsSpec,
  paramSpecKwargsSpec,
  paramSpecSpec,
  typeVarSpec,
  typeVarTupleSpec,
} from './type-parameters.ts';

export const typingModule = defineModule('_typing', {
  doc: MODULE_DOC,
  functions: { _idfunc: nativeFunction('($module, x, /)', (x: Value) => x) },
  hiddenTypes: [constEvaluatorSpec, noDefaultSpec],
  types: [typeVarSpec, typeVarTupleSpec, paramSpecSpec, paramSpecArgsSpec, paramSpecKwargsSpec, genericSpec, typeAliasSpec],
  constants: () => ({ Union: unionType, NoDefault }),
});
