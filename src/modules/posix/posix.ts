/** `posix`: the operating system, as `os` wraps it. @cpython Modules/posixmodule.c */
import {
  None,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  asFloat,
  bufferBytes,
  excTypes,
  index,
  isTrue,
  nativeFunction,
  notImplementedError,
  osError,
  overflowError,
  asText,
  strFromUtf16,
  textToHost,
  typeError,
  valueError,
  waiting,
  type Value,
} from '../../objects/core/index.ts';
import { HostError, type HostFileSystem } from '../../host/contract.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { PySet } from '../../objects/set/index.ts';
import { defineModule } from '../define-module.ts';
import type { HostStat } from '../../host/contract.ts';
import { closeAbandoned } from '../_io/unflushed.ts';
import { waitForPipe } from '../select/index.ts';
import { dirEntrySpec, scandir, scandirSpec } from './dir-entry.ts';
import {
  decodeFileName,
  encodeFileName,
  fileNameValue,
  fspath,
  pathArgument,
  type PathArgument,
} from './path-argument.ts';
import { posixConstants } from './posix-constants.ts';
import { statResult, statValue, terminalSizeResult, timesResult, unameResult } from './stat-result.ts';
import { processFunctions } from './processes.ts';
import { sysconfNames } from './sysconf.ts';

const host = () => currentInterpreter().host;
const fs = (): HostFileSystem => host().fs;

/** A descriptor argument. @throws TypeError, OverflowError */
export function fdArgument(value: Value): number {
  const fd = index(value);
  if (fd > 2147483647) throw overflowError('Python int too large to convert to C int');
  if (fd < -2147483648) throw overflowError('Python int too large to convert to C int');
  return Number(fd);
}

function path(value: Value | undefined, name: string, argument = 'path', allowFd = false): PathArgument {
  return pathArgument(value, { function: name, argument, allowFd });
}

/** Joins a relative name to the directory behind a descriptor. */
function atDirectory(name: string, dirFd: Value | undefined): string {
  if (dirFd === undefined || dirFd === None || name.startsWith('/')) return name;
  const fd = fdArgument(dirFd);
  return `${withHost(() => fs().directoryOf(fd))}/${name}`;
}

const DEFAULT_MODE = 0o777;
const modeOf = (value: Value | undefined, fallback = DEFAULT_MODE): number =>
  value === undefined ? fallback : Number(index(value));
const follows = (value: Value | undefined): boolean => value === undefined || isTrue(value);

/** The host's `stat` of a file, when what abandoned streams had for it is written. */
function freshStat(ask: () => HostStat): HostStat {
  const stat = ask();
  return closeAbandoned(stat) ? ask() : stat;
}

function stat(value: Value, dirFd?: Value, follow?: Value): Value {
  const argument = path(value, 'stat', 'path', true);
  const name = atDirectory(argument.path, dirFd);
  return statValue(
    freshStat(() =>
      withHost(
        () => (argument.fd !== null ? fs().fstat(argument.fd) : follows(follow) ? fs().stat(name) : fs().lstat(name)),
        argument.object,
      ),
    ),
  );
}

/** One request on a path. */
function onPath(name: string, run: (path: string) => void): (value: Value, dirFd?: Value) => void {
  return (value, dirFd) => {
    const argument = path(value, name);
    withHost(() => run(atDirectory(argument.path, dirFd)), argument.object);
  };
}

function onTwoPaths(
  name: string,
  run: (from: string, to: string) => void,
): (from: Value, to: Value, fromFd?: Value, toFd?: Value) => void {
  return (from, to, fromFd, toFd) => {
    const source = path(from, name, 'src');
    const target = path(to, name, 'dst');
    withHost(() => run(atDirectory(source.path, fromFd), atDirectory(target.path, toFd)), source.object, target.object);
  };
}

function open(value: Value, flags: Value, mode?: Value, dirFd?: Value): Value {
  const argument = path(value, 'open');
  return withHost(
    () => fs().open(atDirectory(argument.path, dirFd), Number(index(flags)), modeOf(mode)),
    argument.object,
  );
}

function read(fd: Value, length: Value): Value {
  const count = Number(index(length));
  if (count < 0) throw osError(22, 'Invalid argument');
  const buffer = new Uint8Array(count);
  waitForPipe(fdArgument(fd));
  const got = withHost(() => fs().read(fdArgument(fd), buffer, 0, count));
  return new PyBytes(got === count ? buffer : buffer.slice(0, got));
}

/** Nanoseconds of a time given as a number of seconds. */
function nanoseconds(value: Value): bigint {
  const float = asFloat(value);
  if (float === undefined) return BigInt(index(value)) * 1000000000n;
  const whole = Math.floor(float);
  return BigInt(whole) * 1000000000n + BigInt(Math.floor((float - whole) * 1e9));
}

function utime(value: Value, times?: Value, ns?: Value, dirFd?: Value, follow?: Value): void {
  const argument = path(value, 'utime', 'path', true);
  if (times !== undefined && times !== None && ns !== undefined) {
    throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  }
  let atime = host().clock.timeNs();
  let mtime = atime;
  if (times !== undefined && times !== None) {
    if (!(times instanceof PyTuple) || times.items.length !== 2) {
      throw typeError("utime: 'times' must be either a tuple of two ints or None");
    }
    [atime, mtime] = times.items.map(nanoseconds) as [bigint, bigint];
  } else if (ns !== undefined) {
    if (!(ns instanceof PyTuple) || ns.items.length !== 2) throw typeError("utime: 'ns' must be a tuple of two ints");
    [atime, mtime] = ns.items.map((item) => BigInt(index(item))) as [bigint, bigint];
  }
  withHost(
    () =>
      argument.fd !== null
        ? fs().futimes(argument.fd, atime, mtime)
        : fs().utimes(atDirectory(argument.path, dirFd), atime, mtime, follows(follow)),
    argument.object,
  );
}

const EINVAL = 22;

/** False for what is no descriptor. */
function isTerminal(fd: number): boolean {
  try {
    return fs().isatty(fd);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return false;
  }
}

/** A name or value for the environment. @throws ValueError */
function environmentText(value: Value): string {
  const text = bytesText(fspath(value));
  if (text.includes('\0')) throw valueError('embedded null byte');
  return text;
}

function listdir(value?: Value): Value {
  const argument = pathArgument(value, { function: 'listdir', nullable: true, allowFd: true });
  const directory = (): string => (argument.fd === null ? argument.path : fs().directoryOf(argument.fd));
  const entries = withHost(() => fs().readdir(directory()), argument.object === None ? '.' : argument.object);
  return new PyList(entries.map((entry) => fileNameValue(entry.name, argument.isBytes)));
}

function environment(): PyDict {
  const dict = new PyDict();
  for (const [name, value] of host().env.entries()) {
    dict.set(new PyBytes(encodeFileName(name)), new PyBytes(encodeFileName(value)));
  }
  return dict;
}

const bytesText = (value: Value): string =>
  asText(value) === undefined ? decodeFileName(bufferBytes(value)) : textToHost(asText(value)!);

function terminalSize(fd?: Value): Value {
  const size = withHost(() => host().terminalSize(fd === undefined ? 1 : fdArgument(fd)));
  return terminalSizeResult.make([size.columns, size.lines]);
}

function strerror(code: Value): Value {
  const number = Number(index(code));
  for (const [name, errno] of Object.entries(host().errno)) {
    if (errno === number) return strFromUtf16(new HostError(name, errno).message);
  }
  return strFromUtf16(`Unknown error ${number}`);
}

function access(value: Value, mode: Value, dirFd?: Value): Value {
  const argument = path(value, 'access');
  try {
    fs().access(atDirectory(argument.path, dirFd), Number(index(mode)));
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

/** `posixpath` helpers that CPython has in C. */
function splitroot(value: Value): Value {
  const isBytes = asText(value) === undefined;
  const name = bytesText(fspath(value));
  const root = /^\/\/(?!\/)/.test(name) ? '//' : name.startsWith('/') ? '/' : '';
  return new PyTuple(['', root, name.slice(root.length)].map((part) => fileNameValue(part, isBytes)));
}

function normpath(value: Value): Value {
  const given = fspath(value);
  const isBytes = asText(given) === undefined;
  const name = bytesText(given);
  if (name === '') return fileNameValue('.', isBytes);
  const root = /^\/\/(?!\/)/.test(name) ? '//' : name.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of name.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && (parts.length === 0 || parts.at(-1) === '..'))) parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return fileNameValue(root + parts.join('/') || '.', isBytes);
}

const functions = {
  stat: nativeFunction(
    '($module, /, path, *, dir_fd=None, follow_symlinks=True)',
    stat,
    'Perform a stat system call on the given path.',
  ),
  lstat: nativeFunction(
    '($module, /, path, *, dir_fd=None)',
    (value: Value, dirFd?: Value) => {
      const argument = path(value, 'lstat');
      return statValue(freshStat(() => withHost(() => fs().lstat(atDirectory(argument.path, dirFd)), argument.object)));
    },
    'Perform a stat system call on the given path, without following symbolic links.',
  ),
  fstat: nativeFunction(
    '($module, /, fd)',
    (fd: Value) => statValue(freshStat(() => withHost(() => fs().fstat(fdArgument(fd))))),
    'Perform a stat system call on the given file descriptor.',
  ),
  open: nativeFunction(
    '($module, /, path, flags, mode=511, *, dir_fd=None)',
    open,
    'Open a file for low level IO.  Returns a file descriptor (integer).',
  ),
  close: nativeFunction(
    '($module, /, fd)',
    (fd: Value) => withHost(() => fs().close(fdArgument(fd))),
    'Close a file descriptor.',
  ),
  closerange: nativeFunction(
    '($module, fd_low, fd_high, /)',
    (low: Value, high: Value) => {
      for (let fd = fdArgument(low); fd < fdArgument(high); fd++) {
        try {
          fs().close(fd);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
        }
      }
    },
    'Closes all file descriptors in [fd_low, fd_high), ignoring errors.',
  ),
  read: waiting(
    nativeFunction('($module, fd, length, /)', read, 'Read from a file descriptor.  Returns a bytes object.'),
  ),
  readinto: nativeFunction(
    '($module, fd, buffer, /)',
    (fd: Value, buffer: Value) => {
      const bytes = bufferBytes(buffer);
      return withHost(() => fs().read(fdArgument(fd), bytes, 0, bytes.length));
    },
    'Read into a buffer object from a file descriptor.',
  ),
  write: nativeFunction(
    '($module, fd, data, /)',
    (fd: Value, data: Value) => withHost(() => fs().write(fdArgument(fd), bufferBytes(data))),
    'Write a bytes object to a file descriptor.',
  ),
  pread: nativeFunction(
    '($module, fd, length, offset, /)',
    (fd: Value, length: Value, offset: Value) => {
      const buffer = new Uint8Array(Number(index(length)));
      const got = withHost(() => fs().pread(fdArgument(fd), buffer, 0, buffer.length, Number(index(offset))));
      return new PyBytes(buffer.slice(0, got));
    },
    'Read a number of bytes from a file descriptor starting at a particular offset.',
  ),
  pwrite: nativeFunction(
    '($module, fd, buffer, offset, /)',
    (fd: Value, data: Value, offset: Value) =>
      withHost(() => fs().pwrite(fdArgument(fd), bufferBytes(data), Number(index(offset)))),
    'Write bytes to a file descriptor starting at a particular offset.',
  ),
  lseek: nativeFunction(
    '($module, fd, position, whence, /)',
    (fd: Value, position: Value, whence: Value) =>
      withHost(() => fs().lseek(fdArgument(fd), Number(index(position)), Number(index(whence)))),
    'Set the position of a file descriptor.  Return the new position.',
  ),
  ftruncate: nativeFunction(
    '($module, fd, length, /)',
    (fd: Value, size: Value) => withHost(() => fs().ftruncate(fdArgument(fd), Number(index(size)))),
    'Truncate a file, specified by file descriptor, to a specific length.',
  ),
  truncate: nativeFunction(
    '($module, /, path, length)',
    (value: Value, size: Value) => {
      const argument = path(value, 'truncate', 'path', true);
      withHost(
        () =>
          argument.fd !== null
            ? fs().ftruncate(argument.fd, Number(index(size)))
            : fs().truncate(argument.path, Number(index(size))),
        argument.object,
      );
    },
    'Truncate a file, specified by path, to a specific length.',
  ),
  fsync: nativeFunction(
    '($module, /, fd)',
    (fd: Value) => withHost(() => fs().fsync(fdArgument(fd))),
    'Force write of fd to disk.',
  ),
  fdatasync: nativeFunction(
    '($module, /, fd)',
    (fd: Value) => withHost(() => fs().fsync(fdArgument(fd))),
    'Force write of fd to disk without forcing update of metadata.',
  ),
  isatty: nativeFunction(
    '($module, fd, /)',
    (fd: Value) => isTerminal(fdArgument(fd)),
    'Return True if the fd is connected to a terminal.',
  ),
  dup: nativeFunction(
    '($module, fd, /)',
    (fd: Value) => withHost(() => fs().dup(fdArgument(fd))),
    'Return a duplicate of a file descriptor.',
  ),
  dup2: nativeFunction(
    '($module, /, fd, fd2, inheritable=True)',
    (fd: Value, fd2: Value, inheritable?: Value) => {
      const target = withHost(() => fs().dup(fdArgument(fd), fdArgument(fd2)));
      fs().setInheritable(target, inheritable === undefined || isTrue(inheritable));
      return target;
    },
    'Duplicate file descriptor.',
  ),
  pipe: nativeFunction('($module, /)', () => new PyTuple(withHost(() => fs().pipe())), 'Create a pipe.'),
  get_inheritable: nativeFunction(
    '($module, fd, /)',
    (fd: Value) => withHost(() => fs().isInheritable(fdArgument(fd))),
    'Get the close-on-exe flag of the specified file descriptor.',
  ),
  set_inheritable: nativeFunction(
    '($module, fd, inheritable, /)',
    (fd: Value, inheritable: Value) => withHost(() => fs().setInheritable(fdArgument(fd), isTrue(inheritable))),
    'Set the inheritable flag of the specified file descriptor.',
  ),
  get_blocking: nativeFunction(
    '($module, fd, /)',
    (fd: Value) => withHost(() => fs().isBlocking(fdArgument(fd))),
    'Get the blocking mode of the file descriptor.',
  ),
  set_blocking: nativeFunction(
    '($module, fd, blocking, /)',
    (fd: Value, blocking: Value) => withHost(() => fs().setBlocking(fdArgument(fd), isTrue(blocking))),
    'Set the blocking mode of the specified file descriptor.',
  ),
  device_encoding: nativeFunction(
    '($module, /, fd)',
    (fd: Value) => (isTerminal(fdArgument(fd)) ? 'utf-8' : None),
    "Return a string describing the encoding of a terminal's file descriptor.",
  ),
  get_terminal_size: nativeFunction(
    '($module, fd=<unrepresentable>, /)',
    terminalSize,
    'Return the size of the terminal window as (columns, lines).',
  ),
  listdir: nativeFunction(
    '($module, /, path=None)',
    listdir,
    'Return a list containing the names of the files in the directory.',
  ),
  scandir: nativeFunction('($module, /, path=None)', scandir, 'Return an iterator of DirEntry objects for given path.'),
  mkdir: nativeFunction(
    '($module, /, path, mode=511, *, dir_fd=None)',
    (value: Value, mode?: Value, dirFd?: Value) => {
      const argument = path(value, 'mkdir');
      withHost(() => fs().mkdir(atDirectory(argument.path, dirFd), modeOf(mode)), argument.object);
    },
    'Create a directory.',
  ),
  rmdir: nativeFunction(
    '($module, /, path, *, dir_fd=None)',
    onPath('rmdir', (name) => fs().rmdir(name)),
    'Remove a directory.',
  ),
  unlink: nativeFunction(
    '($module, /, path, *, dir_fd=None)',
    onPath('unlink', (name) => fs().unlink(name)),
    'Remove a file (same as remove()).',
  ),
  remove: nativeFunction(
    '($module, /, path, *, dir_fd=None)',
    onPath('remove', (name) => fs().unlink(name)),
    'Remove a file (same as unlink()).',
  ),
  rename: nativeFunction(
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    onTwoPaths('rename', (from, to) => fs().rename(from, to)),
    'Rename a file or directory.',
  ),
  replace: nativeFunction(
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    onTwoPaths('replace', (from, to) => fs().rename(from, to)),
    'Rename a file or directory, overwriting the destination.',
  ),
  link: nativeFunction(
    '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)',
    onTwoPaths('link', (from, to) => fs().link(from, to)),
    'Create a hard link to a file.',
  ),
  symlink: nativeFunction(
    '($module, /, src, dst, target_is_directory=False, *, dir_fd=None)',
    (from: Value, to: Value, _isDirectory?: Value, dirFd?: Value) => {
      const source = path(from, 'symlink', 'src');
      const target = path(to, 'symlink', 'dst');
      withHost(() => fs().symlink(source.path, atDirectory(target.path, dirFd)), source.object, target.object);
    },
    'Create a symbolic link pointing to src named dst.',
  ),
  readlink: nativeFunction(
    '($module, /, path, *, dir_fd=None)',
    (value: Value, dirFd?: Value) => {
      const argument = path(value, 'readlink');
      return fileNameValue(
        withHost(() => fs().readlink(atDirectory(argument.path, dirFd)), argument.object),
        argument.isBytes,
      );
    },
    'Return a string representing the path to which the symbolic link points.',
  ),
  chmod: nativeFunction(
    '($module, /, path, mode, *, dir_fd=None, follow_symlinks=<unrepresentable>)',
    (value: Value, mode: Value, dirFd?: Value, follow?: Value) => {
      const argument = path(value, 'chmod', 'path', true);
      if (follow !== undefined && !isTrue(follow))
        throw notImplementedError('chmod: follow_symlinks unavailable on this platform');
      withHost(
        () =>
          argument.fd !== null
            ? fs().fchmod(argument.fd, modeOf(mode))
            : fs().chmod(atDirectory(argument.path, dirFd), modeOf(mode)),
        argument.object,
      );
    },
    'Change the access permissions of a file.',
  ),
  fchmod: nativeFunction(
    '($module, /, fd, mode)',
    (fd: Value, mode: Value) => withHost(() => fs().fchmod(fdArgument(fd), modeOf(mode))),
    'Change the access permissions of the file given by file descriptor fd.',
  ),
  chown: nativeFunction(
    '($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)',
    (value: Value, uid: Value, gid: Value, dirFd?: Value, follow?: Value) => {
      const argument = path(value, 'chown');
      withHost(
        () => fs().chown(atDirectory(argument.path, dirFd), Number(index(uid)), Number(index(gid)), follows(follow)),
        argument.object,
      );
    },
    'Change the owner and group id of path to the numeric uid and gid.',
  ),
  lchown: nativeFunction(
    '($module, /, path, uid, gid)',
    (value: Value, uid: Value, gid: Value) => {
      const argument = path(value, 'lchown');
      withHost(() => fs().chown(argument.path, Number(index(uid)), Number(index(gid)), false), argument.object);
    },
    'Change the owner and group id of path to the numeric uid and gid.',
  ),
  utime: nativeFunction(
    '($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)',
    utime,
    'Set the access and modified time of path.',
  ),
  access: nativeFunction(
    '($module, /, path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)',
    access,
    'Use the real uid/gid to test for access to a path.',
  ),
  umask: nativeFunction(
    '($module, mask, /)',
    (mask: Value) => fs().umask(Number(index(mask))),
    'Set the current numeric umask and return the previous umask.',
  ),
  getcwd: nativeFunction(
    '($module, /)',
    () => strFromUtf16(withHost(() => host().cwd())),
    'Return a unicode string representing the current working directory.',
  ),
  getcwdb: nativeFunction(
    '($module, /)',
    () => new PyBytes(encodeFileName(withHost(() => host().cwd()))),
    'Return a bytes string representing the current working directory.',
  ),
  chdir: nativeFunction(
    '($module, /, path)',
    (value: Value) => {
      const argument = path(value, 'chdir', 'path', true);
      withHost(
        () => host().chdir(argument.fd !== null ? fs().realpath(fs().directoryOf(argument.fd)) : argument.path),
        argument.object,
      );
    },
    'Change the current working directory to the specified path.',
  ),
  fspath: nativeFunction('($module, /, path)', fspath, 'Return the file system path representation of the object.'),
  putenv: nativeFunction(
    '($module, name, value, /)',
    (name: Value, value: Value) => {
      const key = environmentText(name);
      if (key === '') throw osError(EINVAL, 'Invalid argument');
      if (key.includes('=')) throw valueError('illegal environment variable name');
      host().env.set(key, environmentText(value));
    },
    'Change or add an environment variable.',
  ),
  unsetenv: nativeFunction(
    '($module, name, /)',
    (name: Value) => {
      const key = environmentText(name);
      if (key === '' || key.includes('=')) throw osError(EINVAL, 'Invalid argument');
      host().env.delete(key);
    },
    'Delete an environment variable.',
  ),
  _create_environ: nativeFunction('($module, /)', environment, 'Create the environment dictionary.'),
  strerror: nativeFunction('($module, code, /)', strerror, 'Translate an error code to a message string.'),
  urandom: nativeFunction(
    '($module, size, /)',
    (size: Value) => {
      const count = Number(index(size));
      if (count < 0) throw valueError('negative argument not allowed');
      return new PyBytes(host().random(count));
    },
    'Return a bytes object containing random bytes suitable for cryptographic use.',
  ),
  getrandom: nativeFunction(
    '($module, /, size, flags=0)',
    (size: Value) => new PyBytes(host().random(Number(index(size)))),
    'Obtain a series of random bytes.',
  ),
  cpu_count: nativeFunction('($module, /)', () => host().cpuCount, 'Return the number of logical CPUs in the system.'),
  sched_getaffinity: nativeFunction(
    '($module, pid, /)',
    () => {
      const cpus = new PySet();
      for (let cpu = 0; cpu < host().cpuCount; cpu++) cpus.add(cpu);
      return cpus;
    },
    'Return the affinity of the process identified by pid (or the current process if zero).',
  ),
  uname: nativeFunction(
    '($module, /)',
    () => {
      const { sysname, nodename, release, version, machine } = host().uname;
      return unameResult.make([sysname, nodename, release, version, machine].map((text) => strFromUtf16(text)));
    },
    'Return an object identifying the current operating system.',
  ),
  times: nativeFunction(
    '($module, /)',
    () => {
      const cpu = Number(host().clock.processTimeNs()) / 1e9;
      const elapsed = Number(host().clock.monotonicNs()) / 1e9;
      return timesResult.make([cpu, 0, 0, 0, elapsed].map((value) => new PyFloat(value)));
    },
    'Return a collection containing process timing information.',
  ),
  _path_splitroot_ex: nativeFunction('($module, path, /)', splitroot, 'Split a pathname into drive, root and tail.'),
  _path_normpath: nativeFunction('($module, path, /)', normpath, 'Normalize path, eliminating double slashes, etc.'),
  ...processFunctions,
};

export const posixModule = defineModule('posix', {
  doc: 'This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.',
  functions,
  types: [statResult.spec, terminalSizeResult.spec, unameResult.spec, timesResult.spec, dirEntrySpec],
  hiddenTypes: [scandirSpec],
  constants: () => ({
    environ: environment(),
    error: excTypes.OSError,
    _have_functions: new PyList([
      'HAVE_FSTATAT',
      'HAVE_OPENAT',
      'HAVE_UNLINKAT',
      'HAVE_MKDIRAT',
      'HAVE_LSTAT',
      'HAVE_FDOPENDIR',
      'HAVE_FCHDIR',
      'HAVE_FCHMOD',
      'HAVE_FTRUNCATE',
      'HAVE_FUTIMENS',
      'HAVE_UTIMENSAT',
      'HAVE_READLINKAT',
      'HAVE_RENAMEAT',
      'HAVE_SYMLINKAT',
      'HAVE_FACCESSAT',
    ]),
    sysconf_names: sysconfNames(),
    ...posixConstants(),
  }),
});
