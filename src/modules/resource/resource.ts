/**
 * `resource`: processor time; limits are not known and cannot be set.
 *
 * @cpython Modules/resource.c
 */
import { PyFloat, PyTuple, excTypes, index, osError, valueError, type Value } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS } from './docs.ts';

const usage = structSequenceType({
  name: 'resource.struct_rusage',
  doc: 'struct_rusage: Result from getrusage.\n\nThis object may be accessed either as a tuple of\n    (utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, ru_maxrss, and so on.',
  fields: [
    ['ru_utime', 'user time used'],
    ['ru_stime', 'system time used'],
    ['ru_maxrss', 'max. resident set size'],
    ['ru_ixrss', 'shared memory size'],
    ['ru_idrss', 'unshared data size'],
    ['ru_isrss', 'unshared stack size'],
    ['ru_minflt', 'page faults not requiring I/O'],
    ['ru_majflt', 'page faults requiring I/O'],
    ['ru_nswap', 'number of swap outs'],
    ['ru_inblock', 'block input operations'],
    ['ru_oublock', 'block output operations'],
    ['ru_msgsnd', 'IPC messages sent'],
    ['ru_msgrcv', 'IPC messages received'],
    ['ru_nsignals', 'signals received'],
    ['ru_nvcsw', 'voluntary context switches'],
    ['ru_nivcsw', 'involuntary context switches'],
  ],
});

const CONSTANTS = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_NOFILE: 7,
  RLIMIT_OFILE: 7,
  RLIMIT_AS: 9,
  RLIMIT_RSS: 5,
  RLIMIT_NPROC: 6,
  RLIMIT_MEMLOCK: 8,
  RLIMIT_MSGQUEUE: 12,
  RLIMIT_NICE: 13,
  RLIMIT_RTPRIO: 14,
  RLIMIT_RTTIME: 15,
  RLIMIT_SIGPENDING: 11,
  RUSAGE_SELF: 0,
  RUSAGE_CHILDREN: -1,
  RUSAGE_THREAD: 1,
  RLIM_INFINITY: -1,
} as const;
const LIMIT_COUNT = 16;
const PAGE_SIZE = 4096;
const NANOSECONDS = 1e9;

function limitNumber(value: Value): number {
  const number = Number(index(value));
  if (number < 0 || number >= LIMIT_COUNT) throw valueError('invalid resource specified');
  return number;
}

function refuse(): never {
  throw osError(currentInterpreter().host.errno['ENOSYS'] ?? 38, 'Function not implemented');
}

function getrusage(whoValue: Value): Value {
  const who = Number(index(whoValue));
  if (who < CONSTANTS.RUSAGE_CHILDREN || who > CONSTANTS.RUSAGE_THREAD) throw valueError('invalid who parameter');
  // Of children nothing is known.
  const time =
    who === CONSTANTS.RUSAGE_CHILDREN ? 0 : Number(currentInterpreter().host.clock.processTimeNs()) / NANOSECONDS;
  return usage.make([new PyFloat(time), new PyFloat(0), ...new Array<number>(14).fill(0)]);
}

export const resourceModule = defineModule('resource', {
  functions: documentedFunctions(FUNCTIONS, {
    getrusage,
    getrlimit: (resource: Value) => {
      limitNumber(resource);
      return new PyTuple([CONSTANTS.RLIM_INFINITY, CONSTANTS.RLIM_INFINITY]);
    },
    prlimit: refuse,
    setrlimit: (resource: Value) => {
      limitNumber(resource);
      return refuse();
    },
    getpagesize: () => PAGE_SIZE,
  }),
  types: [usage.spec],
  constants: () => ({ error: excTypes.OSError, ...CONSTANTS }),
});
