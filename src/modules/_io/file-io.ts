/** `FileIO`: unbuffered bytes of a file descriptor. @cpython Modules/_io/fileio.c */
import {
  writableBytes,
  None,
  PyBytes,
  allocate,
  argumentBinder,
  asInt,
  asText,
  bufferBytes,
  call,
  callMethod,
  collectNow,
  forgetFinalizable,
  isPyException,
  noteFinalizable,
  thread,
  excTypes,
  getAttrOrUndefined,
  index,
  isTrue,
  matches,
  method,
  osError,
  reprHost,
  setAttr,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  warn,
  overflowError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import {
  HostError,
  S_IFCHR,
  S_IFDIR,
  S_IFMT,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  type HostStat,
} from '../../host/contract.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { waitForPipe } from '../select/index.ts';
import { fspath, pathArgument } from '../posix/path-argument.ts';
import { closeAbandoned } from './unflushed.ts';
import { concatBytes, doBoth, sizeArgument } from './io-base.ts';
import { PyIOBase, concreteStreamType, rawIOBaseType, unsupported } from './io-types.ts';

export class PyFileIO extends PyIOBase {
  fd = -1;
  isCreated = false;
  isReadable = false;
  isWritable = false;
  isAppending = false;
  closesFd = true;
  seekable: boolean | undefined = undefined;
  stat: HostStat | null = null;
}

export const fileIOType = concreteStreamType('FileIO', rawIOBaseType, PyFileIO);

const host = () => currentInterpreter().host;
const bind = argumentBinder('FileIO', "(file, mode='r', closefd=True, opener=None)");

function modeText(file: PyFileIO): string {
  if (file.isCreated) return file.isReadable ? 'xb+' : 'xb';
  if (file.isAppending) return file.isReadable ? 'ab+' : 'ab';
  if (file.isReadable) return file.isWritable ? 'rb+' : 'rb';
  return 'wb';
}

interface ParsedMode {
  readonly flags: number;
}

/** Reads the mode into the file's fields; gives the flags for `open`. */
function parseMode(file: PyFileIO, mode: string): ParsedMode {
  const { flags } = host().fs;
  let kinds = 0;
  let plus = 0;
  let extra = 0;
  const bad = (): never => {
    throw valueError('Must have exactly one of create/read/write/append mode and at most one plus');
  };
  for (const char of mode) {
    switch (char) {
      case 'x':
        if (kinds++) bad();
        file.isCreated = true;
        file.isWritable = true;
        extra |= flags.O_EXCL | flags.O_CREAT;
        break;
      case 'r':
        if (kinds++) bad();
        file.isReadable = true;
        break;
      case 'w':
        if (kinds++) bad();
        file.isWritable = true;
        extra |= flags.O_CREAT | flags.O_TRUNC;
        break;
      case 'a':
        if (kinds++) bad();
        file.isWritable = true;
        file.isAppending = true;
        extra |= flags.O_APPEND | flags.O_CREAT;
        break;
      case 'b':
        break;
      case '+':
        if (plus++) bad();
        file.isReadable = true;
        file.isWritable = true;
        break;
      default:
        throw valueError(`invalid mode: ${mode}`);
    }
  }
  if (kinds === 0) bad();
  const access = file.isReadable && file.isWritable ? flags.O_RDWR : file.isReadable ? flags.O_RDONLY : flags.O_WRONLY;
  return { flags: access | extra | (flags['O_CLOEXEC'] ?? 0) };
}

/** @cpython _io_FileIO___init___impl */
function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const file = self as PyFileIO;
  const [name, mode, closefd, opener] = bind(args, kwnames) as [Value, Value?, Value?, Value?];
  if (file.fd >= 0 && file.closesFd) host().fs.close(file.fd);
  file.fd = -1;
  file.isCreated = file.isReadable = file.isWritable = file.isAppending = false;
  file.seekable = undefined;
  const text = mode === undefined ? 'r' : asText(mode);
  if (text === undefined) throw typeError(`FileIO() argument 'mode' must be str, not ${typeName(mode!)}`);
  const { flags } = parseMode(file, textToHost(text));
  file.closesFd = closefd === undefined || isTrue(closefd);
  const given = asInt(name);
  if (typeof name === 'boolean') warn(excTypes.RuntimeWarning, 'bool is used as a file descriptor', 1);
  if (given !== undefined) {
    if (given < 0) throw valueError('negative file descriptor');
    if (given > 2147483647) throw overflowError('Python int too large to convert to C int');
    file.fd = Number(given);
  } else if (!file.closesFd) throw valueError('Cannot use closefd=False with file name');
  else if (opener === undefined || opener === None) {
    const path = pathArgument(fspath(name), { function: 'open', argument: 'file', nullMessage: 'embedded null byte' });
    file.fd = withHost(() => openFile(path.path, flags), name);
  } else {
    const fd = call(opener, [name, flags]);
    const number = asInt(fd);
    if (number === undefined) throw typeError('expected integer from opener');
    if (number < 0) throw valueError(`opener returned ${number}`);
    file.fd = Number(number);
  }
  try {
    file.stat = null;
    file.stat = withHost(() => host().fs.fstat(file.fd));
    if (closeAbandoned(file.stat)) file.stat = host().fs.fstat(file.fd);
    if ((file.stat.mode & S_IFMT) === S_IFDIR) throw osError(21, 'Is a directory', name);
    setAttr(file, 'name', name);
    if (file.isAppending) withHost(() => host().fs.lseek(file.fd, 0, SEEK_END));
    if (file.closesFd) noteFinalizable(file);
  } catch (error) {
    if (given === undefined && file.stat !== null) host().fs.close(file.fd);
    const isSeekFailure =
      file.isAppending &&
      (error as { ob_type?: unknown }).ob_type === excTypes.OSError &&
      getAttrOrUndefined(file, 'name') !== undefined;
    if (given !== undefined && isSeekFailure) return;
    file.fd = -1;
    throw error;
  }
}

const EMFILE = 24;

/** Opens a file; where there are too many, those that nothing refers to are closed first. */
function openFile(path: string, flags: number): number {
  try {
    return host().fs.open(path, flags, 0o666);
  } catch (error) {
    if (!(error instanceof HostError) || error.errno !== EMFILE) throw error;
    collectNow();
    return host().fs.open(path, flags, 0o666);
  }
}

/** Closes a file that nothing refers to, with the stream around it. @cpython FileIO dealloc_warn, iobase_finalize */
function finalizeFile(self: Value): void {
  const file = self as PyFileIO;
  if (file.fd < 0 || !file.closesFd) return;
  let stream: PyIOBase = file;
  for (let outer = stream.wrapper?.deref(); outer !== undefined; outer = outer.wrapper?.deref()) stream = outer;
  try {
    warn(excTypes.ResourceWarning, `unclosed file ${reprHost(stream)}`, 1);
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.interp.unraisable(error, null, stream);
  }
  callMethod(stream, 'close');
}

function open(self: Value): PyFileIO {
  const file = self as PyFileIO;
  if (file.fd < 0) throw valueError('I/O operation on closed file');
  return file;
}

function readable(self: Value): PyFileIO {
  const file = open(self);
  if (!file.isReadable) throw unsupported('File not open for reading');
  return file;
}

function writable(self: Value): PyFileIO {
  const file = open(self);
  if (!file.isWritable) throw unsupported('File not open for writing');
  return file;
}

/** Reads up to `length` bytes into `buffer`; 0 at the end, null when nothing is there yet (non-blocking). */
export function readFileInto(file: PyFileIO, buffer: Uint8Array, offset: number, length: number): number | null {
  readable(file);
  return unlessBlocked(file, () => {
    if (host().fs.isBlocking(file.fd)) waitForPipe(file.fd);
    return host().fs.read(file.fd, buffer, offset, length);
  });
}

/** Number of bytes written, or null when it would block. */
export function writeFile(file: PyFileIO, bytes: Uint8Array): number | null {
  writable(file);
  return unlessBlocked(file, () => host().fs.write(file.fd, bytes));
}

/** A request on a non-blocking descriptor that would block gives null. */
function unlessBlocked(file: PyFileIO, run: () => number): number | null {
  try {
    return withHost(run);
  } catch (error) {
    if (matches(error, excTypes.BlockingIOError) && !host().fs.isBlocking(file.fd)) return null;
    throw error;
  }
}

export function seekFile(file: PyFileIO, offset: number, whence: number): number {
  open(file);
  return withHost(() => host().fs.lseek(file.fd, offset, whence));
}

/** The rest of the file; null when nothing is there yet (non-blocking). */
export function readAllOfFile(file: PyFileIO): Uint8Array | null {
  readable(file);
  const pieces: Uint8Array[] = [];
  let wanted = 8192;
  if (file.stat !== null && file.stat.size > 0 && file.stat.size < 2 ** 31) {
    let position = 0;
    try {
      position = host().fs.lseek(file.fd, 0, SEEK_CUR);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
    wanted = Math.max(file.stat.size - position, 0) + 1;
  }
  for (;;) {
    const buffer = new Uint8Array(wanted);
    const got = readFileInto(file, buffer, 0, wanted);
    if (got === null && pieces.length === 0) return null;
    if (got === null || got === 0) break;
    pieces.push(got === wanted ? buffer : buffer.subarray(0, got));
    wanted = Math.min(Math.max(got * 2, 8192), 1 << 22);
  }
  return pieces.length === 1 ? pieces[0]!.slice() : concatBytes(pieces);
}

export function isFileSeekable(self: Value): boolean {
  const file = open(self);
  if (file.seekable === undefined) {
    try {
      host().fs.lseek(file.fd, 0, SEEK_CUR);
      file.seekable = true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      file.seekable = false;
    }
  }
  return file.seekable;
}

const bytesOrNone = (bytes: Uint8Array | null): Value => (bytes === null ? None : new PyBytes(bytes));

function read(self: Value, size?: Value): Value {
  const file = readable(self);
  const count = sizeArgument(size);
  if (count < 0) return bytesOrNone(readAllOfFile(file));
  const buffer = new Uint8Array(count);
  const got = readFileInto(file, buffer, 0, count);
  if (got === null) return None;
  return new PyBytes(got === count ? buffer : buffer.slice(0, got));
}

export function closeFile(self: Value): Value {
  const file = self as PyFileIO;
  if (file.fd < 0) {
    file.isBaseClosed = true;
    return None;
  }
  doBoth(
    () => callMethod(file, 'flush'),
    () => closeDescriptor(file),
  );
  return None;
}

function closeDescriptor(file: PyFileIO): void {
  file.isBaseClosed = true;
  const { fd } = file;
  file.fd = -1;
  if (file.closesFd) forgetFinalizable(file);
  if (file.closesFd) withHost(() => host().fs.close(fd));
}

export const fileIOSpec = typeSpec(fileIOType, {
  doc: 'Open a file.',
  slots: {
    tp_new: (type) => allocate<[], PyFileIO>(type),
    tp_init: init,
    tp_finalize: finalizeFile,
    tp_repr: (self) => {
      const file = self as PyFileIO;
      if (file.fd < 0) return strFromUtf16(`<${typeName(file)} [closed]>`);
      const name = getAttrOrUndefined(file, 'name');
      const where = name === undefined ? `fd=${file.fd}` : `name=${reprHost(name)}`;
      return strFromUtf16(
        `<${typeName(file)} ${where} mode='${modeText(file)}' closefd=${file.closesFd ? 'True' : 'False'}>`,
      );
    },
  },
  methods: {
    read: method('($self, size=-1, /)', read, 'Read at most size bytes, returned as bytes.'),
    readall: method(
      '($self, /)',
      (self: Value) => bytesOrNone(readAllOfFile(readable(self))),
      'Read all data from the file, returned as bytes.',
    ),
    readinto: method(
      '($self, buffer, /)',
      (self: Value, buffer: Value) => {
        const file = readable(self);
        const bytes = writableBytes(buffer, 'readinto');
        return readFileInto(file, bytes, 0, bytes.length) ?? None;
      },
      'Same as RawIOBase.readinto().',
    ),
    write: method(
      '($self, b, /)',
      (self: Value, data: Value) => writeFile(writable(self), bufferBytes(data)) ?? None,
      'Write buffer b to file, return number of bytes written.',
    ),
    seek: method(
      '($self, pos, whence=0, /)',
      (self: Value, position: Value, whence?: Value) => {
        const origin = whence === undefined ? SEEK_SET : Number(index(whence));
        if (asInt(position) === undefined && typeOf(position).nb_index === undefined)
          throw typeError('an integer is required');
        return seekFile(open(self), Number(index(position)), origin);
      },
      'Move to new file position and return the file position.',
    ),
    tell: method('($self, /)', (self: Value) => seekFile(open(self), 0, SEEK_CUR), 'Current file position.'),
    truncate: method(
      '($self, size=None, /)',
      (self: Value, size?: Value) => {
        const file = writable(self);
        const to = size === undefined || size === None ? seekFile(file, 0, SEEK_CUR) : Number(index(size));
        if (to < 0) throw osError(22, 'Invalid argument');
        withHost(() => host().fs.ftruncate(file.fd, to));
        return to;
      },
      'Truncate the file to at most size bytes and return the truncated size.',
    ),
    seekable: method('($self, /)', isFileSeekable, 'True if file supports random-access.'),
    readable: method('($self, /)', (self: Value) => open(self).isReadable, 'True if file was opened in a read mode.'),
    writable: method('($self, /)', (self: Value) => open(self).isWritable, 'True if file was opened in a write mode.'),
    fileno: method('($self, /)', (self: Value) => open(self).fd, 'Return the underlying file descriptor (an integer).'),
    isatty: method(
      '($self, /)',
      (self: Value) => {
        const { fd } = open(self);
        try {
          return host().fs.isatty(fd);
        } catch (error) {
          if (!(error instanceof HostError)) throw error;
          return false;
        }
      },
      'True if the file is connected to a TTY device.',
    ),
    _isatty_open_only: method('($self, /)', (self: Value) => {
      const file = open(self);
      return file.stat !== null && (file.stat.mode & S_IFMT) !== S_IFCHR ? false : host().fs.isatty(file.fd);
    }),
    close: method('($self, /)', closeFile, 'Close the file.'),
  },
  getset: {
    closed: { get: (self) => (self as PyFileIO).fd < 0, doc: 'True if the file is closed' },
    closefd: {
      get: (self) => (self as PyFileIO).closesFd,
      doc: 'True if the file descriptor will be closed by close().',
    },
    mode: { get: (self) => strFromUtf16(modeText(self as PyFileIO)), doc: 'String giving the file mode' },
    _blksize: {
      get: (self) => {
        const { stat } = self as PyFileIO;
        return stat !== null && stat.blksize > 1 ? stat.blksize : 8192;
      },
    },
  },
});
