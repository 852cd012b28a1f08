/** `sys.stderr` before there are real streams: writes straight to the descriptor. @cpython Objects/fileobject.c PyStdPrinter_Type */
import {
  PyObject,
  asText,
  makeBuiltinType,
  method,
  objectType,
  strFromUtf16,
  textLength,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  identityText,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

export class PyStderrPrinter extends PyObject {
  readonly fd: number;
  constructor(fd: number) {
    super();
    this.fd = fd;
  }
}

export const stderrPrinterSpec = typeSpec(makeBuiltinType('stderrprinter', objectType, PyStderrPrinter), {
  slots: {
    tp_repr: (self) =>
      strFromUtf16(`<stderrprinter(fd=${(self as PyStderrPrinter).fd}) object at ${identityText(self)}>`),
  },
  methods: {
    write: method('($self, text, /)', (self: PyStderrPrinter, value: Value) => {
      const text = asText(value);
      if (text === undefined) throw typeError(`write() argument must be str, not ${typeName(value)}`);
      currentInterpreter().host.fs.write(self.fd, new TextEncoder().encode(textToHost(text)));
      return textLength(text);
    }),
    close: method('($self, /)', () => undefined),
    flush: method('($self, /)', () => undefined),
    fileno: method('($self, /)', (self: PyStderrPrinter) => self.fd),
    isatty: method('($self, /)', (self: PyStderrPrinter) => currentInterpreter().host.fs.isatty(self.fd)),
  },
  getset: {
    closed: { get: () => false },
    encoding: { get: () => 'utf-8' },
    mode: { get: () => 'w' },
  },
});
