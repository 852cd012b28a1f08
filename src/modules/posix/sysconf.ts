/** `sysconf`: limits of the system, as far as a JavaScript host knows them. @cpython Modules/posixmodule.c posix_sysconf */
import {
  asInt,
  asText,
  osError,
  PyDict,
  textToHost,
  typeError,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

const PAGE_SIZE = 4096;

/** Numbers as on Linux, and the values. */
const LIMITS: Readonly<Record<string, readonly [number, () => number]>> = {
  SC_ARG_MAX: [0, () => 2097152],
  SC_CHILD_MAX: [1, () => 2 ** 15],
  SC_CLK_TCK: [2, () => 100],
  SC_NGROUPS_MAX: [3, () => 65536],
  SC_OPEN_MAX: [4, () => 1024],
  SC_STREAM_MAX: [5, () => 16],
  SC_VERSION: [29, () => 200809],
  SC_PAGESIZE: [30, () => PAGE_SIZE],
  SC_PAGE_SIZE: [30, () => PAGE_SIZE],
  SC_IOV_MAX: [60, () => 1024],
  SC_NPROCESSORS_CONF: [83, () => currentInterpreter().host.cpuCount],
  SC_NPROCESSORS_ONLN: [84, () => currentInterpreter().host.cpuCount],
};

/** `os.sysconf_names`. */
export function sysconfNames(): PyDict {
  const names = new PyDict();
  for (const [name, [number]] of Object.entries(LIMITS)) names.setStr(name, number);
  return names;
}

/** @throws ValueError for an unknown name, OSError for an unknown number */
export function sysconf(name: Value): Value {
  const text = asText(name);
  if (text !== undefined) {
    const limit = LIMITS[textToHost(text)];
    if (limit === undefined) throw valueError('unrecognized configuration name');
    return limit[1]();
  }
  const number = asInt(name);
  if (number === undefined) throw typeError('configuration names must be strings or integers');
  const found = Object.values(LIMITS).find(([each]) => each === number);
  if (found === undefined) throw osError(currentInterpreter().host.errno['EINVAL'] ?? 22, 'Invalid argument');
  return found[1]();
}
