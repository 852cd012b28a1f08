/** `_sysconfig`: how the interpreter was built. @cpython Modules/_sysconfig.c */
import { PyDict } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

export const sysconfigModule = defineModule('_sysconfig', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    config_vars: () => {
      const variables = new PyDict();
      variables.setStr('Py_GIL_DISABLED', 0);
      variables.setStr('Py_DEBUG', 0);
      return variables;
    },
  }),
});
