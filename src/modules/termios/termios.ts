/**
 * `termios`: the constants, and the size of terminals; their modes cannot be read or set on a JavaScript host.
 *
 * @cpython Modules/termios.c
 */
import {
  PyTuple,
  allocate,
  excTypes,
  strFromUtf16,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import { HostError } from '../../host/contract.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { descriptorArgument } from '../fcntl/index.ts';
import { moduleException } from '../module-exception.ts';
import { TERMIOS_CONSTANTS } from './constants.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const termiosError = moduleException('termios', 'error', [excTypes.Exception]);

function failure(errno: number, message: string): PyBaseException {
  return allocate<[PyTuple], PyBaseException>(termiosError.type(), new PyTuple([errno, strFromUtf16(message)]));
}

/** Runs a request to the host; what fails is `termios.error`. */
function request<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) throw failure(error.errno, error.message);
    throw error;
  }
}

function refuse(fdValue: Value): never {
  const fd = descriptorArgument(fdValue);
  const { host } = currentInterpreter();
  const isTerminal = request(() => host.fs.isatty(fd));
  const code = isTerminal ? 'ENOSYS' : 'ENOTTY';
  throw failure(host.errno[code] ?? 25, isTerminal ? 'Function not implemented' : 'Inappropriate ioctl for device');
}

export const termiosModule = defineModule('termios', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    tcgetattr: refuse,
    tcsetattr: refuse,
    tcsendbreak: refuse,
    tcdrain: refuse,
    tcflush: refuse,
    tcflow: refuse,
    tcgetwinsize: (fd: Value) => {
      const { lines, columns } = request(() => currentInterpreter().host.terminalSize(descriptorArgument(fd)));
      return new PyTuple([lines, columns]);
    },
    tcsetwinsize: refuse,
  }),
  constants: () => ({ error: termiosError.type(), ...TERMIOS_CONSTANTS }),
});
