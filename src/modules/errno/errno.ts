/** `errno`: the platform's error numbers by name. @cpython Modules/errnomodule.c */
import { PyDict, strFromUtf16, type Value } from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { LINUX_ERRNO } from './linux-errno.ts';
import { defineModule } from '../define-module.ts';

/** Second names of a number, which `errorcode` does not give. */
const SYNONYMS: ReadonlySet<string> = new Set(['EWOULDBLOCK', 'EDEADLK', 'EOPNOTSUPP']);

export const errnoModule = defineModule('errno', {
  doc: "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\nThe dictionary errno.errorcode maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the string 'ENOENT'.\n\nSymbols that are not relevant to the underlying system are not defined.\n\nTo map error codes to error messages, use the function os.strerror(),\ne.g. os.strerror(2) could return 'No such file or directory'.",
  constants: () => {
    const { host } = currentInterpreter();
    const numbers = host.platform === 'linux' ? LINUX_ERRNO : host.errno;
    const names: Record<string, Value> = {};
    const errorcode = new PyDict();
    for (const [name, number] of Object.entries(numbers)) {
      names[name] = number;
      if (!SYNONYMS.has(name)) errorcode.set(number, strFromUtf16(name));
    }
    return { ...names, errorcode };
  },
});
