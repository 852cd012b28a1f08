/**
 * `_testsinglephase`: the module that tests of the import system take for an example of an extension. It is builtin here.
 *
 * @cpython Modules/_testsinglephase.c
 */
import {
  add,
  excTypes,
  nativeFunction,
  PyBuiltinFunction,
  type PyModule,
  type Value,
} from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';
import { moduleException } from '../module-exception.ts';

const error = moduleException('_testsinglephase', 'error', [excTypes.Exception]);

export const testsinglephaseModule = defineModule('_testsinglephase', {
  doc: 'Test module _testsinglephase',
  functions: {
    sum: nativeFunction('($module, i, j, /)', (left: Value, right: Value) => add(left, right)),
  },
  constants: () => ({ error: error.type(), int_const: 1969, str_const: 'something different' }),
  exec(module: PyModule) {
    const lookUpSelf = nativeFunction('($module, /)', () => module);
    module.ob_dict.setStr(
      'look_up_self',
      new PyBuiltinFunction('look_up_self', lookUpSelf, module, '_testsinglephase', null),
    );
  },
});
