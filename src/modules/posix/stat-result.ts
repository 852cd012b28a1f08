/** `os.stat_result` and its like. @cpython Modules/posixmodule.c _pystat_fromstructstat */
import { PyFloat, normalizeBigInt, type Value } from '../../objects/core/index.ts';
import type { HostStat } from '../../host/contract.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';

export const statResult = structSequenceType({
  name: 'os.stat_result',
  doc: 'stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.',
  fields: [
    ['st_mode', 'protection bits'],
    ['st_ino', 'inode'],
    ['st_dev', 'device'],
    ['st_nlink', 'number of hard links'],
    ['st_uid', 'user ID of owner'],
    ['st_gid', 'group ID of owner'],
    ['st_size', 'total size, in bytes'],
    [null, 'integer time of last access'],
    [null, 'integer time of last modification'],
    [null, 'integer time of last change'],
    ['st_atime', 'time of last access'],
    ['st_mtime', 'time of last modification'],
    ['st_ctime', 'time of last change'],
    ['st_atime_ns', 'time of last access in nanoseconds'],
    ['st_mtime_ns', 'time of last modification in nanoseconds'],
    ['st_ctime_ns', 'time of last change in nanoseconds'],
    ['st_blksize', 'blocksize for filesystem I/O'],
    ['st_blocks', 'number of blocks allocated'],
    ['st_rdev', 'device type (if inode device)'],
  ],
  visible: 10,
});

export const terminalSizeResult = structSequenceType({
  name: 'os.terminal_size',
  doc: 'A tuple of (columns, lines) for holding terminal window size',
  fields: [
    ['columns', 'width of the terminal window in characters'],
    ['lines', 'height of the terminal window in characters'],
  ],
});

export const unameResult = structSequenceType({
  name: 'posix.uname_result',
  doc: 'uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.',
  fields: [
    ['sysname', 'operating system name'],
    ['nodename', 'name of machine on network (implementation-defined)'],
    ['release', 'operating system release'],
    ['version', 'operating system version'],
    ['machine', 'hardware identifier'],
  ],
});

export const timesResult = structSequenceType({
  name: 'posix.times_result',
  doc: 'times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.',
  fields: [
    ['user', 'user time'],
    ['system', 'system time'],
    ['children_user', 'user time of children'],
    ['children_system', 'system time of children'],
    ['elapsed', 'elapsed time since an arbitrary point in the past'],
  ],
});

const seconds = (ns: bigint): number | bigint => normalizeBigInt(ns / 1000000000n - (ns % 1000000000n < 0n ? 1n : 0n));

/** Nanoseconds as the float that CPython gives: whole seconds plus 1e-9 times the rest. */
function floatSeconds(ns: bigint): PyFloat {
  const whole = ns / 1000000000n;
  return new PyFloat(Number(whole) + 1e-9 * Number(ns - whole * 1000000000n));
}

/** The Python record of a host's `stat`. */
export function statValue(stat: HostStat): Value {
  return statResult.make([
    stat.mode,
    normalizeBigInt(stat.ino),
    normalizeBigInt(stat.dev),
    stat.nlink,
    stat.uid,
    stat.gid,
    stat.size,
    seconds(stat.atimeNs),
    seconds(stat.mtimeNs),
    seconds(stat.ctimeNs),
    floatSeconds(stat.atimeNs),
    floatSeconds(stat.mtimeNs),
    floatSeconds(stat.ctimeNs),
    normalizeBigInt(stat.atimeNs),
    normalizeBigInt(stat.mtimeNs),
    normalizeBigInt(stat.ctimeNs),
    stat.blksize,
    stat.blocks,
    normalizeBigInt(stat.rdev),
  ]);
}
