/** Constants of `posix`. */
import type { Value } from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** Numbers that are the same wherever there is a POSIX. */
const FIXED: Readonly<Record<string, number>> = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  EX_OK: 0,
  EX_USAGE: 64,
  EX_DATAERR: 65,
  EX_NOINPUT: 66,
  EX_NOUSER: 67,
  EX_NOHOST: 68,
  EX_UNAVAILABLE: 69,
  EX_SOFTWARE: 70,
  EX_OSERR: 71,
  EX_OSFILE: 72,
  EX_CANTCREAT: 73,
  EX_IOERR: 74,
  EX_TEMPFAIL: 75,
  EX_PROTOCOL: 76,
  EX_NOPERM: 77,
  EX_CONFIG: 78,
  WNOHANG: 1,
  WUNTRACED: 2,
  WCONTINUED: 8,
  WEXITED: 4,
  WSTOPPED: 2,
  WNOWAIT: 0x1000000,
  P_ALL: 0,
  P_PID: 1,
  P_PGID: 2,
  SEEK_DATA: 3,
  SEEK_HOLE: 4,
  NGROUPS_MAX: 65536,
  TMP_MAX: 238328,
  ST_RDONLY: 1,
  ST_NOSUID: 2,
  GRND_NONBLOCK: 1,
  GRND_RANDOM: 2,
  PRIO_PROCESS: 0,
  PRIO_PGRP: 1,
  PRIO_USER: 2,
};

/** All constants, with the flags of `open` as the host numbers them. */
export function posixConstants(): Record<string, Value> {
  return { ...FIXED, ...currentInterpreter().host.fs.flags };
}
