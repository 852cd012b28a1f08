/** `_typing`. @cpython Modules/_typingmodule.c */
import { installType, nativeFunction, type Value } from '../../objects/core/index.ts';
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

const TYPES = [
  typeVarSpec,
  typeVarTupleSpec,
  paramSpecSpec,
  paramSpecArgsSpec,
  paramSpecKwargsSpec,
  genericSpec,
  typeAliasSpec,
];
const HIDDEN_TYPES = [constEvaluatorSpec, noDefaultSpec];

/** Makes the types usable without the module: the virtual machine makes type parameters before anybody imports it. */
export function installTypingTypes(): void {
  for (const spec of [...HIDDEN_TYPES, ...TYPES]) installType(spec);
}

export const typingModule = defineModule('_typing', {
  doc: MODULE_DOC,
  functions: { _idfunc: nativeFunction('($module, x, /)', (x: Value) => x) },
  hiddenTypes: HIDDEN_TYPES,
  types: TYPES,
  constants: () => ({ Union: unionType, NoDefault }),
});
