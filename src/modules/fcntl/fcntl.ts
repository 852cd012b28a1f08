/**
 * `fcntl`: what can be told of descriptors and done to them on a JavaScript host. Locks between processes cannot be had.
 *
 * @cpython Modules/fcntlmodule.c
 */
import {
  PyBytes,
  asInt,
  call0,
  getAttrOrUndefined,
  osError,
  typeError,
  valueError,
  index,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { FCNTL_CONSTANTS as C } from './constants.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const TIOCGWINSZ = 0x5413;
const O_RDWR = 2;

/** @cpython PyObject_AsFileDescriptor */
export function descriptorArgument(value: Value): number {
  let fd = asInt(value);
  if (fd === undefined) {
    const fileno = getAttrOrUndefined(value, 'fileno');
    if (fileno === undefined) throw typeError('argument must be an int, or have a fileno() method.');
    fd = asInt(call0(fileno));
    if (fd === undefined) throw typeError('fileno() returned a non-integer');
  }
  if (fd < 0) throw valueError(`file descriptor cannot be a negative integer (${fd})`);
  return Number(fd);
}

function fail(name: string, message: string): never {
  throw osError(currentInterpreter().host.errno[name] ?? 38, message);
}

function fcntl(fdValue: Value, cmdValue: Value): Value {
  const fd = descriptorArgument(fdValue);
  const { fs } = currentInterpreter().host;
  withHost(() => fs.fstat(fd));
  switch (Number(index(cmdValue))) {
    case C.F_GETFD:
      return C.FD_CLOEXEC;
    case C.F_SETFD:
    case C.F_SETFL:
      return 0;
    case C.F_GETFL:
      return O_RDWR;
    case C.F_DUPFD:
    case C.F_DUPFD_CLOEXEC:
      return withHost(() => fs.dup(fd));
    default:
      return fail('ENOSYS', 'Function not implemented');
  }
}

function ioctl(fdValue: Value, request: Value): Value {
  const fd = descriptorArgument(fdValue);
  if (Number(index(request)) !== TIOCGWINSZ) return fail('ENOTTY', 'Inappropriate ioctl for device');
  const { columns, lines } = withHost(() => currentInterpreter().host.terminalSize(fd));
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, lines, true);
  view.setUint16(2, columns, true);
  return new PyBytes(bytes);
}

function lock(fdValue: Value): Value {
  const fd = descriptorArgument(fdValue);
  withHost(() => currentInterpreter().host.fs.fstat(fd));
  return fail('ENOLCK', 'No locks available');
}

export const fcntlModule = defineModule('fcntl', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, { fcntl, ioctl, flock: lock, lockf: lock }),
  constants: () => ({ ...C }),
});
