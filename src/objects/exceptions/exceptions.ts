/**
 * `BaseException` and the exception types that add attributes or messages of their own.
 *
 * @cpython Objects/exceptions.c
 */
import type { PyBaseException, PyObject } from '../core/index.ts';
import {
  bufferBytes,
  PyBytes,
  None,
  PyDict,
  PyTuple,
  PyList,
  allocate,
  asText,
  assignInstanceDict,
  attributeError,
  excTypes,
  genericGetAttr,
  instanceDict,
  isPyException,
  method,
  osErrorType,
  reprHost,
  reprText,
  setAttr,
  strFromUtf16,
  strHost,
  strText,
  textToHost,
  toArray,
  typeError,
  unexpectedKeyword,
  typeName,
  typeOf,
  typeSpec,
  asInt,
  type ExceptionName,
  type GetSet,
  type Kwnames,
  type PyType,
  type TypeBehaviour,
  type TypeSpec,
  type Value,
} from '../core/index.ts';

const self_ = (value: Value): PyBaseException => value as PyBaseException;

/** `BaseException.__new__`: keeps the positional arguments. */
function exceptionNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const positional = kwnames === null ? args.slice() : args.slice(0, args.length - kwnames.length);
  return allocate<[PyTuple], PyBaseException>(type, new PyTuple(positional));
}

function exceptionInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${typeOf(self).name}() takes no keyword arguments`);
  self_(self).args = new PyTuple(args.slice());
}

function exceptionStr(self: Value): Value {
  const { items } = self_(self).args;
  if (items.length === 0) return '';
  return items.length === 1 ? strText(items[0]!) : reprText(self_(self).args);
}

function exceptionRepr(self: Value): Value {
  const { items } = self_(self).args;
  const name = typeOf(self).name;
  return strFromUtf16(items.length === 1 ? `${name}(${reprHost(items[0]!)})` : `${name}${reprHost(self_(self).args)}`);
}

function setContext(self: Value, value: Value | undefined, kind: 'cause' | 'context'): void {
  if (value === undefined) throw typeError(`__${kind}__ may not be deleted`);
  if (value !== None && !isPyException(value)) {
    throw typeError(`exception ${kind} must be None or derive from BaseException`);
  }
  const exception = value === None ? null : (value as PyBaseException);
  if (kind === 'cause') {
    self_(self).cause = exception;
    self_(self).suppressContext = true;
  } else self_(self).context = exception;
}

function checkTraceback(value: Value | undefined): PyObject | null {
  if (value === undefined) throw typeError('__traceback__ may not be deleted');
  if (value === None) return null;
  if (typeof value !== 'object' || value.ob_type.tp_name !== 'traceback') {
    throw typeError('__traceback__ must be a traceback or None');
  }
  return value;
}

function addNote(self: PyBaseException, note: Value): void {
  if (asText(note) === undefined) throw typeError(`add_note() argument must be str, not ${typeName(note)}`);
  let notes = genericGetAttr(self, '__notes__');
  if (notes === undefined) {
    notes = new PyList([]);
    setAttr(self, '__notes__', notes);
  }
  if (!(notes instanceof PyList)) throw typeError('Cannot add note: __notes__ is not a list');
  notes.items.push(note);
}

const baseExceptionBehaviour: TypeBehaviour = {
  doc: 'Common base class for all exceptions',
  slots: {
    tp_new: exceptionNew,
    tp_init: exceptionInit,
    tp_str: exceptionStr,
    tp_repr: exceptionRepr,
  },
  methods: {
    __reduce__: method('($self, /)', (self: PyBaseException) => {
      const dict =
        self.ob_dict !== null || Object.keys(self).some((key) => key.startsWith('$')) ? instanceDict(self) : null;
      const parts: Value[] = [typeOf(self), self.args];
      if (dict !== null && dict.size > 0) parts.push(dict);
      return new PyTuple(parts);
    }),
    __setstate__: method('($self, state, /)', (self: PyBaseException, state: Value) => {
      if (state === None) return None;
      if (!(state instanceof PyDict)) throw typeError('state is not a dictionary');
      for (const [key, value] of state.entries()) setAttr(self, textToHost(asText(key)!), value);
      return None;
    }),
    with_traceback: method(
      '($self, tb, /)',
      (self: PyBaseException, traceback: Value) => {
        self.traceback = checkTraceback(traceback);
        return self;
      },
      'Set self.__traceback__ to tb and return self.',
    ),
    add_note: method('($self, note, /)', addNote, 'Add a note to the exception'),
  },
  getset: {
    args: {
      get: (self) => self_(self).args,
      set: (self, value) => {
        if (value === undefined) throw typeError('args may not be deleted');
        self_(self).args = new PyTuple(toArray(value));
      },
    },
    __traceback__: {
      get: (self) => self_(self).traceback ?? None,
      set: (self, value) => {
        self_(self).traceback = checkTraceback(value);
      },
    },
    __context__: {
      get: (self) => self_(self).context ?? None,
      set: (self, value) => setContext(self, value, 'context'),
    },
    __cause__: { get: (self) => self_(self).cause ?? None, set: (self, value) => setContext(self, value, 'cause') },
    __dict__: {
      get: (self) => instanceDict(self_(self)),
      set: (self, value) => {
        if (!(value instanceof PyDict))
          throw typeError(
            `__dict__ must be set to a dictionary, not a '${value === undefined ? 'NULL' : typeName(value)}'`,
          );
        assignInstanceDict(self_(self), value);
      },
    },
  },
  members: {
    __suppress_context__: {
      get: (self) => self_(self).suppressContext,
      set: (self, value) => {
        if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
        self_(self).suppressContext = value;
      },
    },
  },
};

/** A plain attribute kept in `fields`; deleting sets None. */
function field(name: string, doc: string): GetSet {
  return {
    get: (self) => self_(self).field(name),
    set: (self, value) => {
      if (value === undefined) self_(self).fields?.delete(name);
      else self_(self).setField(name, value);
    },
    doc,
  };
}

function fieldsOf(names: Readonly<Record<string, string>>): Record<string, GetSet> {
  return Object.fromEntries(Object.entries(names).map(([name, doc]) => [name, field(name, doc)]));
}

/** Splits off the keyword arguments that an exception takes; anything else is an error. */
function takeKeywords(
  self: Value,
  args: readonly Value[],
  kwnames: Kwnames,
  allowed: readonly string[],
  name: string,
): Value[] {
  if (kwnames === null) return args.slice();
  if (kwnames.length > allowed.length) {
    const limit = `${allowed.length} keyword argument${allowed.length === 1 ? '' : 's'}`;
    throw typeError(`${name}() takes at most ${limit} (${kwnames.length} given)`);
  }
  const positional = args.slice(0, args.length - kwnames.length);
  kwnames.forEach((keyword, i) => {
    if (!allowed.includes(keyword)) throw unexpectedKeyword(name, allowed, keyword);
    self_(self).setField(keyword, args[positional.length + i]!);
  });
  return positional;
}

function keywordInit(
  allowed: readonly string[],
  name: string,
): (self: Value, args: readonly Value[], kwnames: Kwnames) => void {
  return (self, args, kwnames) => {
    for (const keyword of allowed) self_(self).fields?.delete(keyword);
    self_(self).args = new PyTuple(takeKeywords(self, args, kwnames, allowed, name));
  };
}

const stopIterationInit = (self: Value, args: readonly Value[], kwnames: Kwnames): void => {
  exceptionInit(self, args, kwnames);
  self_(self).setField('value', args[0] ?? None);
};

const systemExitInit = (self: Value, args: readonly Value[], kwnames: Kwnames): void => {
  exceptionInit(self, args, kwnames);
  if (args.length === 1) self_(self).setField('code', args[0]!);
  else if (args.length > 1) self_(self).setField('code', self_(self).args);
};

function importErrorInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const positional = takeKeywords(self, args, kwnames, ['name', 'path', 'name_from'], 'ImportError');
  self_(self).args = new PyTuple(positional);
  if (positional.length === 1) self_(self).setField('msg', positional[0]!);
}

function importErrorStr(self: Value): Value {
  const message = self_(self).field('msg');
  return asText(message) !== undefined && message !== None ? strText(message) : exceptionStr(self);
}

function importErrorReduce(self: PyBaseException): Value {
  const state = new PyDict();
  if (self.ob_dict !== null || Object.keys(self).some((key) => key.startsWith('$'))) state.update(instanceDict(self));
  for (const name of ['name', 'path', 'name_from']) if (self.field(name) !== None) state.setStr(name, self.field(name));
  return new PyTuple(state.size === 0 ? [typeOf(self), self.args] : [typeOf(self), self.args, state]);
}

// --- OSError ---------------------------------------------------------------------------------------------------------
/** `OSError(errno, strerror, filename, winerror, filename2)` picks the subclass. @cpython OSError_new, oserror_init */
function osErrorNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && kwnames.length > 0 && type.tp_init === osErrorInit) {
    throw typeError(`${type.name}() takes no keyword arguments`);
  }
  const positional = kwnames === null ? args.slice() : args.slice(0, args.length - kwnames.length);
  let actual = type;
  if (type === excTypes.OSError && positional.length >= 2 && positional.length <= 5) {
    const errno = asInt(positional[0]!);
    if (errno !== undefined) actual = osErrorType(Number(errno));
  }
  // A class with an `__init__` of its own hands on to OSError.__init__ what it likes.
  const isLeftToInit = type.tp_init !== osErrorInit && type.tp_new === osErrorNew;
  const self = allocate<[PyTuple], PyBaseException>(actual, new PyTuple(isLeftToInit ? [] : positional));
  if (!isLeftToInit) fillOsError(self, positional);
  return self;
}

function fillOsError(self: PyBaseException, args: readonly Value[]): void {
  self.args = new PyTuple(args.slice());
  if (args.length < 2 || args.length > 5) return;
  self.setField('errno', args[0]!);
  self.setField('strerror', args[1]!);
  const filename = args[2];
  if (filename === undefined) return;
  if (filename !== None) {
    if (self.ob_type === excTypes.BlockingIOError && asInt(filename) !== undefined) {
      self.setField('characters_written', filename);
      return;
    }
    self.setField('filename', filename);
    if (args[4] !== undefined && args[4] !== None) self.setField('filename2', args[4]);
    self.args = new PyTuple(args.slice(0, 2));
  }
}

function osErrorInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  if (typeOf(self).tp_new !== osErrorNew || typeOf(self).tp_init === osErrorInit) return;
  const positional = kwnames === null ? args : args.slice(0, args.length - kwnames.length);
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${typeOf(self).name}() takes no keyword arguments`);
  fillOsError(self_(self), positional);
}

function osErrorStr(self: Value): Value {
  const error = self_(self);
  const has = (name: string): boolean => error.fields?.has(name) ?? false;
  if (has('filename')) {
    const where = has('filename2')
      ? `${reprHost(error.field('filename'))} -> ${reprHost(error.field('filename2'))}`
      : reprHost(error.field('filename'));
    return strFromUtf16(`[Errno ${strHost(error.field('errno'))}] ${strHost(error.field('strerror'))}: ${where}`);
  }
  if (has('errno') && has('strerror')) {
    return strFromUtf16(`[Errno ${strHost(error.field('errno'))}] ${strHost(error.field('strerror'))}`);
  }
  return exceptionStr(self);
}

function osErrorReduce(self: PyBaseException): Value {
  let args: Value = self.args;
  if (self.args.items.length === 2 && self.fields?.has('filename')) {
    const extra = self.fields.has('filename2')
      ? [self.field('filename'), None, self.field('filename2')]
      : [self.field('filename')];
    args = new PyTuple([...self.args.items, ...extra]);
  }
  return new PyTuple(self.ob_dict === null ? [typeOf(self), args] : [typeOf(self), args, self.ob_dict]);
}

// --- SyntaxError -----------------------------------------------------------------------------------------------------
const SYNTAX_FIELDS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'metadata'];

function syntaxErrorInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  exceptionInit(self, args, kwnames);
  const error = self_(self);
  if (args.length >= 1) error.setField('msg', args[0]!);
  if (args.length !== 2) return;
  const details = toArray(args[1]!);
  if (details.length < 4 || details.length > 7) {
    throw typeError(
      `function takes at ${details.length < 4 ? 'least 4' : 'most 7'} arguments (${details.length} given)`,
    );
  }
  details.forEach((value, i) => error.setField(SYNTAX_FIELDS[i]!, value));
  if (details.length === 5) throw typeError('end_offset must be provided when end_lineno is provided');
}

function syntaxErrorStr(self: Value): Value {
  const error = self_(self);
  const message = strHost(error.field('msg'));
  const filename = asText(error.field('filename'));
  const lineno = asInt(error.field('lineno'));
  const base = filename === undefined ? undefined : textToHost(filename).split('/').at(-1)!;
  if (base === undefined && lineno === undefined) return strFromUtf16(message);
  if (base !== undefined && lineno !== undefined) return strFromUtf16(`${message} (${base}, line ${lineno})`);
  return strFromUtf16(base !== undefined ? `${message} (${base})` : `${message} (line ${lineno})`);
}

// --- Unicode errors --------------------------------------------------------------------------------------------------
function unicodeInit(
  names: readonly string[],
  objectKind: 'bytes' | 'str',
): (self: Value, args: readonly Value[], kwnames: Kwnames) => void {
  return (self, args, kwnames) => {
    exceptionInit(self, args, kwnames);
    if (args.length !== names.length) {
      throw typeError(`function takes exactly ${names.length} arguments (${args.length} given)`);
    }
    names.forEach((name, i) => {
      let value = args[i]!;
      if (name === 'encoding' || name === 'reason' || (name === 'object' && objectKind === 'str')) {
        if (asText(value) === undefined) throw typeError(`argument ${i + 1} must be str, not ${typeName(value)}`);
      } else if (name === 'start' || name === 'end') {
        if (asInt(value) === undefined)
          throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
      } else if (typeOf(value).bf_getbuffer === undefined) {
        throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
      } else if (!(value instanceof PyBytes)) value = new PyBytes(bufferBytes(value).slice());
      self_(self).setField(name, value);
    });
  };
}

function unicodeStr(describe: (error: PyBaseException, start: number, end: number) => string): (self: Value) => Value {
  return (self) => {
    const error = self_(self);
    if (error.fields === null || !error.fields.has('object')) return '';
    return strFromUtf16(describe(error, Number(error.field('start')), Number(error.field('end'))));
  };
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

function badCharacter(object: Value, at: number): string {
  const text = asText(object)!;
  const codePoint = typeof text === 'string' ? text.charCodeAt(at) : text.codePoints[at]!;
  return codePoint <= 0xff
    ? `\\x${hex(codePoint, 2)}`
    : codePoint <= 0xffff
      ? `\\u${hex(codePoint, 4)}`
      : `\\U${hex(codePoint, 8)}`;
}

const unicodeEncodeStr = unicodeStr((error, start, end) => {
  const encoding = strHost(error.field('encoding'));
  const reason = strHost(error.field('reason'));
  return end === start + 1
    ? `'${encoding}' codec can't encode character '${badCharacter(error.field('object'), start)}' in position ${start}: ${reason}`
    : `'${encoding}' codec can't encode characters in position ${start}-${end - 1}: ${reason}`;
});
const unicodeDecodeStr = unicodeStr((error, start, end) => {
  const encoding = strHost(error.field('encoding'));
  const reason = strHost(error.field('reason'));
  const bytes = (error.field('object') as unknown as { bytes: Uint8Array }).bytes;
  return end === start + 1
    ? `'${encoding}' codec can't decode byte 0x${hex(bytes[start] ?? 0, 2)} in position ${start}: ${reason}`
    : `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`;
});
const unicodeTranslateStr = unicodeStr((error, start, end) => {
  const reason = strHost(error.field('reason'));
  return end === start + 1
    ? `can't translate character '${badCharacter(error.field('object'), start)}' in position ${start}: ${reason}`
    : `can't translate characters in position ${start}-${end - 1}: ${reason}`;
});

const UNICODE_FIELDS = {
  encoding: 'exception encoding',
  object: 'exception object',
  start: 'exception start',
  end: 'exception end',
  reason: 'exception reason',
};

/** What single exception types add to their base. */
const BEHAVIOURS: Partial<Record<ExceptionName, TypeBehaviour>> = {
  BaseException: baseExceptionBehaviour,
  StopIteration: { slots: { tp_init: stopIterationInit }, members: fieldsOf({ value: 'generator return value' }) },
  SystemExit: { slots: { tp_init: systemExitInit }, members: fieldsOf({ code: 'exception code' }) },
  AttributeError: {
    slots: { tp_init: keywordInit(['name', 'obj'], 'AttributeError') },
    members: fieldsOf({ name: 'attribute name', obj: 'object' }),
    methods: {
      __getstate__: method('($self, /)', (self: PyBaseException) => {
        const state = new PyDict();
        state.update(instanceDict(self));
        for (const name of ['name', 'obj'])
          if (self.field(name) !== None && name === 'name') state.setStr(name, self.field(name));
        state.setStr('args', self.args);
        return state;
      }),
      __reduce__: method('($self, /)', (self: PyBaseException) => {
        const state = new PyDict();
        state.update(instanceDict(self));
        if (self.field('name') !== None) state.setStr('name', self.field('name'));
        return new PyTuple(state.size === 0 ? [typeOf(self), self.args] : [typeOf(self), self.args, state]);
      }),
    },
  },
  NameError: { slots: { tp_init: keywordInit(['name'], 'NameError') }, members: fieldsOf({ name: 'name' }) },
  ImportError: {
    slots: { tp_init: importErrorInit, tp_str: importErrorStr },
    members: fieldsOf({
      msg: 'exception message',
      name: 'module name',
      path: 'module path',
      name_from: 'name imported from module',
    }),
    methods: { __reduce__: method('($self, /)', importErrorReduce) },
  },
  OSError: {
    slots: { tp_new: osErrorNew, tp_init: osErrorInit, tp_str: osErrorStr },
    members: fieldsOf({
      errno: 'POSIX exception code',
      strerror: 'exception strerror',
      filename: 'exception filename',
      filename2: 'second exception filename',
    }),
    getset: {
      characters_written: {
        get: (self) => {
          const written = self_(self).fields?.get('characters_written');
          if (written === undefined) throw attributeError('characters_written');
          return written;
        },
        set: (self, value) => {
          if (value === undefined) {
            if (self_(self).fields?.delete('characters_written') !== true) throw attributeError('characters_written');
          } else self_(self).setField('characters_written', value);
        },
      },
    },
    methods: { __reduce__: method('($self, /)', osErrorReduce) },
  },
  SyntaxError: {
    slots: { tp_init: syntaxErrorInit, tp_str: syntaxErrorStr },
    members: fieldsOf({
      msg: 'exception msg',
      filename: 'exception filename',
      lineno: 'exception lineno',
      offset: 'exception offset',
      text: 'exception text',
      end_lineno: 'exception end lineno',
      end_offset: 'exception end offset',
      print_file_and_line: 'exception print_file_and_line',
      _metadata: 'exception private metadata',
    }),
  },
  KeyError: {
    slots: {
      tp_str: (self) => {
        const { items } = self_(self).args;
        return items.length === 1 ? reprText(items[0]!) : exceptionStr(self);
      },
    },
  },
  UnicodeEncodeError: {
    slots: { tp_init: unicodeInit(['encoding', 'object', 'start', 'end', 'reason'], 'str'), tp_str: unicodeEncodeStr },
    members: fieldsOf(UNICODE_FIELDS),
  },
  UnicodeDecodeError: {
    slots: {
      tp_init: unicodeInit(['encoding', 'object', 'start', 'end', 'reason'], 'bytes'),
      tp_str: unicodeDecodeStr,
    },
    members: fieldsOf(UNICODE_FIELDS),
  },
  UnicodeTranslateError: {
    slots: { tp_init: unicodeInit(['object', 'start', 'end', 'reason'], 'str'), tp_str: unicodeTranslateStr },
    members: fieldsOf(UNICODE_FIELDS),
  },
};

const DOCS: Partial<Record<ExceptionName, string>> = {
  Exception: 'Common base class for all non-exit exceptions.',
  GeneratorExit: 'Request that a generator exit.',
  KeyboardInterrupt: 'Program interrupted by user.',
  SystemExit: 'Request to exit from the interpreter.',
  ArithmeticError: 'Base class for arithmetic errors.',
  FloatingPointError: 'Floating-point operation failed.',
  OverflowError: 'Result too large to be represented.',
  ZeroDivisionError: 'Second argument to a division or modulo operation was zero.',
  AssertionError: 'Assertion failed.',
  AttributeError: 'Attribute not found.',
  BufferError: 'Buffer error.',
  EOFError: 'Read beyond end of file.',
  ImportError: "Import can't find module, or can't find name in module.",
  ModuleNotFoundError: 'Module not found.',
  LookupError: 'Base class for lookup errors.',
  IndexError: 'Sequence index out of range.',
  KeyError: 'Mapping key not found.',
  MemoryError: 'Out of memory.',
  NameError: 'Name not found globally.',
  UnboundLocalError: 'Local name referenced but not bound to a value.',
  OSError: 'Base class for I/O related errors.',
  BlockingIOError: 'I/O operation would block.',
  ChildProcessError: 'Child process error.',
  ConnectionError: 'Connection error.',
  BrokenPipeError: 'Broken pipe.',
  ConnectionAbortedError: 'Connection aborted.',
  ConnectionRefusedError: 'Connection refused.',
  ConnectionResetError: 'Connection reset.',
  FileExistsError: 'File already exists.',
  FileNotFoundError: 'File not found.',
  InterruptedError: 'Interrupted by signal.',
  IsADirectoryError: "Operation doesn't work on directories.",
  NotADirectoryError: 'Operation only works on directories.',
  PermissionError: 'Not enough permissions.',
  ProcessLookupError: 'Process not found.',
  TimeoutError: 'Timeout expired.',
  ReferenceError: 'Weak ref proxy used after referent went away.',
  RuntimeError: 'Unspecified run-time error.',
  NotImplementedError: "Method or function hasn't been implemented yet.",
  RecursionError: 'Recursion limit exceeded.',
  PythonFinalizationError: 'Operation blocked during Python finalization.',
  StopAsyncIteration: 'Signal the end from iterator.__anext__().',
  StopIteration: 'Signal the end from iterator.__next__().',
  SyntaxError: 'Invalid syntax.',
  _IncompleteInputError: 'incomplete input.',
  IndentationError: 'Improper indentation.',
  TabError: 'Improper mixture of spaces and tabs.',
  SystemError:
    'Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.',
  TypeError: 'Inappropriate argument type.',
  ValueError: 'Inappropriate argument value (of correct type).',
  UnicodeError: 'Unicode related error.',
  UnicodeDecodeError: 'Unicode decoding error.',
  UnicodeEncodeError: 'Unicode encoding error.',
  UnicodeTranslateError: 'Unicode translation error.',
  Warning: 'Base class for warning categories.',
  BytesWarning:
    'Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.',
  DeprecationWarning: 'Base class for warnings about deprecated features.',
  EncodingWarning: 'Base class for warnings about encodings.',
  FutureWarning: 'Base class for warnings about constructs that will change semantically\nin the future.',
  ImportWarning: 'Base class for warnings about probable mistakes in module imports',
  PendingDeprecationWarning: 'Base class for warnings about features which will be deprecated\nin the future.',
  ResourceWarning: 'Base class for warnings about resource usage.',
  RuntimeWarning: 'Base class for warnings about dubious runtime behavior.',
  SyntaxWarning: 'Base class for warnings about dubious syntax.',
  UnicodeWarning: 'Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.',
  UserWarning: 'Base class for warnings generated by user code.',
};

const UNICODE_ERRORS: ReadonlySet<ExceptionName> = new Set([
  'UnicodeEncodeError',
  'UnicodeDecodeError',
  'UnicodeTranslateError',
]);

/** Specs of all exception types, bases before derived; the groups are in exception-group.ts. */
export const exceptionSpecs: readonly TypeSpec[] = (Object.keys(excTypes) as ExceptionName[])
  .filter((name) => name !== 'BaseExceptionGroup')
  .map((name) => {
    const behaviour = BEHAVIOURS[name] ?? {};
    const doc = behaviour.doc ?? DOCS[name];
    const slots = isSimple(name) ? { tp_new: exceptionNew, ...behaviour.slots } : (behaviour.slots ?? {});
    return typeSpec(excTypes[name], { ...behaviour, slots, ...(doc === undefined ? {} : { doc }) });
  });

/** Types with a `__new__` in their dict though it does what that of BaseException does. @cpython SimpleExtendsException */
function isSimple(name: ExceptionName): boolean {
  if (UNICODE_ERRORS.has(name)) return true;
  return !excTypes[name].tp_mro.some(
    (base) =>
      base.tp_name === 'KeyError' ||
      (base !== excTypes.BaseException && BEHAVIOURS[base.tp_name as ExceptionName]?.slots?.tp_init !== undefined),
  );
}

export { exceptionInit, exceptionNew };
