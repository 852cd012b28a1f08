/** `os.scandir` and `os.DirEntry`. @cpython Modules/posixmodule.c ScandirIterator, DirEntry */
import {
  None,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  genericAliasOf,
  classMethod,
  isTrue,
  makeBuiltinType,
  method,
  objectType,
  reprHost,
  strFromUtf16,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import {
  S_IFDIR,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
  isHostError,
  type HostDirectoryEntry,
  type HostStat,
} from '../../host/contract.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { fileNameValue, pathArgument, type PathArgument } from './path-argument.ts';
import { statValue } from './stat-result.ts';

export class PyDirEntry extends PyObject {
  readonly entry: HostDirectoryEntry;
  readonly path: string;
  /** Path for the host: in the directory of a descriptor, where one was given. */
  private readonly hostPath: string;
  readonly isBytes: boolean;
  private followed: HostStat | undefined;
  private own: HostStat | undefined;
  constructor(entry: HostDirectoryEntry, path: string, hostPath: string, isBytes: boolean) {
    super();
    this.entry = entry;
    this.path = path;
    this.hostPath = hostPath;
    this.isBytes = isBytes;
  }
  get pathValue(): Value {
    return fileNameValue(this.path, this.isBytes);
  }
  stat(follow: boolean): HostStat {
    const { fs } = currentInterpreter().host;
    if (follow && this.entry.kind === 'symlink')
      return (this.followed ??= withHost(() => fs.stat(this.hostPath), this.pathValue));
    return (this.own ??= withHost(() => fs.lstat(this.hostPath), this.pathValue));
  }
  /** Whether the entry is of a kind; a missing target of a symlink is of none. */
  hasMode(bits: number, follow: boolean): boolean {
    const { kind } = this.entry;
    if (kind !== 'unknown' && !(kind === 'symlink' && follow)) {
      return bits === S_IFDIR ? kind === 'directory' : bits === S_IFREG ? kind === 'file' : kind === 'symlink';
    }
    const { fs } = currentInterpreter().host;
    try {
      const stat = follow ? fs.stat(this.hostPath) : fs.lstat(this.hostPath);
      return (stat.mode & S_IFMT) === bits;
    } catch (error) {
      if (isHostError(error) && error.code === 'ENOENT') return false;
      return withHost((): never => {
        throw error;
      }, this.pathValue);
    }
  }
}

export class PyScandirIterator extends PyObject {
  entries: HostDirectoryEntry[] | null;
  next = 0;
  readonly directory: PathArgument;
  constructor(entries: HostDirectoryEntry[], directory: PathArgument) {
    super();
    this.entries = entries;
    this.directory = directory;
  }
}

const dirEntryType = makeBuiltinType('posix.DirEntry', objectType, PyDirEntry, Py_TPFLAGS_DISALLOW_INSTANTIATION);
const scandirType = makeBuiltinType(
  'posix.ScandirIterator',
  objectType,
  PyScandirIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

const follows = (value: Value | undefined): boolean => value === undefined || isTrue(value);

export const dirEntrySpec = typeSpec(dirEntryType, {
  slots: {
    tp_repr: (self) =>
      strFromUtf16(
        `<DirEntry ${reprHost((self as PyDirEntry).isBytes ? fileNameValue((self as PyDirEntry).entry.name, true) : strFromUtf16((self as PyDirEntry).entry.name))}>`,
      ),
  },
  methods: {
    is_dir: method(
      '($self, /, *, follow_symlinks=True)',
      (self: PyDirEntry, follow?: Value) => self.hasMode(S_IFDIR, follows(follow)),
      'Return True if the entry is a directory; cached per entry.',
    ),
    is_file: method(
      '($self, /, *, follow_symlinks=True)',
      (self: PyDirEntry, follow?: Value) => self.hasMode(S_IFREG, follows(follow)),
      'Return True if the entry is a file; cached per entry.',
    ),
    is_symlink: method(
      '($self, /)',
      (self: PyDirEntry) => self.hasMode(S_IFLNK, false),
      'Return True if the entry is a symbolic link; cached per entry.',
    ),
    is_junction: method('($self, /)', () => false, 'Return True if the entry is a junction; cached per entry.'),
    stat: method(
      '($self, /, *, follow_symlinks=True)',
      (self: PyDirEntry, follow?: Value) => statValue(self.stat(follows(follow))),
      'Return stat_result object for the entry; cached per entry.',
    ),
    inode: method(
      '($self, /)',
      (self: PyDirEntry) => Number(self.stat(false).ino),
      'Return inode of the entry; cached per entry.',
    ),
    __fspath__: method('($self, /)', (self: PyDirEntry) => self.pathValue, 'Returns the path for the entry.'),
    __class_getitem__: classMethod('($type, object, /)', genericAliasOf, 'See PEP 585'),
  },
  members: {
    name: { get: (self) => fileNameValue((self as PyDirEntry).entry.name, (self as PyDirEntry).isBytes) },
    path: { get: (self) => (self as PyDirEntry).pathValue },
  },
});

export const scandirSpec = typeSpec(scandirType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyScandirIterator;
      const entry = iterator.entries?.[iterator.next++];
      if (entry === undefined) {
        iterator.entries = null;
        return undefined;
      }
      const base = iterator.directory.path;
      const isGiven = iterator.directory.object !== None && iterator.directory.fd === null;
      const path = !isGiven
        ? iterator.directory.fd === null
          ? `./${entry.name}`
          : entry.name
        : base.endsWith('/') || base === ''
          ? base + entry.name
          : `${base}/${entry.name}`;
      const { fd } = iterator.directory;
      const hostPath = fd === null ? path : `${currentInterpreter().host.fs.directoryOf(fd)}/${entry.name}`;
      return new PyDirEntry(entry, path, hostPath, iterator.directory.isBytes);
    },
  },
  methods: {
    close: method('($self, /)', (self: PyScandirIterator) => {
      self.entries = null;
    }),
    __enter__: method('($self, /)', (self: PyScandirIterator) => self),
    __exit__: method('($self, /, *args)', (self: PyScandirIterator) => {
      self.entries = null;
    }),
  },
});

/** `os.scandir`. */
export function scandir(path: Value | undefined): Value {
  const argument = pathArgument(path, { function: 'scandir', nullable: true, allowFd: true });
  const { fs } = currentInterpreter().host;
  const directory = (): string => (argument.fd === null ? argument.path : fs.directoryOf(argument.fd));
  const entries = withHost(() => fs.readdir(directory()), argument.object === None ? '.' : argument.object);
  return new PyScandirIterator(entries, argument);
}
