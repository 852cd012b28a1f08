/** `PickleBuffer`: a wrapper of a buffer that may be pickled out of band. @cpython Objects/picklebufobject.c */
import {
  allocate,
  bufferError,
  getBuffer,
  makeBuiltinType,
  method,
  objectType,
  PyBUF_FULL_RO,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  releaseBuffer,
  typeError,
  typeSpec,
  valueError,
  None,
  type PyBuffer,
  type Value,
} from '../../objects/core/index.ts';
import { isContiguous } from '../../objects/bytes/buffer-access.ts';
import { viewOfBuffer } from '../../objects/memoryview/index.ts';

export class PyPickleBuffer extends PyObject {
  /** What is wrapped; undefined once released. */
  target: Value | undefined;
  buffer: PyBuffer | undefined;
}
export const pickleBufferType = makeBuiltinType('pickle.PickleBuffer', objectType, PyPickleBuffer, Py_TPFLAGS_BASETYPE);
pickleBufferType.hasWeakref = true;

/** The buffer. @throws ValueError once it is released */
export function bufferOf(self: PyPickleBuffer): PyBuffer {
  if (self.buffer === undefined) throw valueError('operation forbidden on released PickleBuffer object');
  return self.buffer;
}

function release(self: PyPickleBuffer): void {
  if (self.buffer === undefined) return;
  releaseBuffer(self.target!, self.buffer);
  self.buffer = undefined;
  self.target = undefined;
}

export const pickleBufferSpec = typeSpec(pickleBufferType, {
  doc: 'PickleBuffer(object)\n--\n\nWrapper for potentially out-of-band buffers',
  slots: {
    tp_new(type, args, kwnames) {
      if (kwnames !== null) throw typeError('PickleBuffer() takes no keyword arguments');
      if (args.length !== 1) throw typeError(`PickleBuffer expected 1 argument, got ${args.length}`);
      const self = allocate(type) as PyPickleBuffer;
      self.buffer = getBuffer(args[0]!, PyBUF_FULL_RO);
      self.target = args[0]!;
      return self;
    },
    bf_getbuffer: (self, flags) => {
      bufferOf(self as PyPickleBuffer);
      return getBuffer((self as PyPickleBuffer).target!, flags);
    },
    bf_releasebuffer: (self, buffer) => {
      const { target } = self as PyPickleBuffer;
      if (target !== undefined) releaseBuffer(target, buffer);
    },
  },
  methods: {
    raw: method(
      '($self, /)',
      (self: PyPickleBuffer) => {
        const buffer = bufferOf(self);
        if (!isContiguous(buffer)) throw bufferError('cannot extract raw buffer from non-contiguous buffer');
        const { bytes, offset, len, readonly } = getBuffer(self.target!, PyBUF_FULL_RO);
        return viewOfBuffer({
          obj: self,
          bytes,
          offset,
          len,
          readonly,
          itemsize: 1,
          format: 'B',
          shape: [len],
          strides: [1],
        });
      },
      'Return a memoryview of the raw memory underlying this buffer.\n\n' +
        "Will raise BufferError is the buffer isn't contiguous.",
    ),
    release: method(
      '($self, /)',
      (self: PyPickleBuffer) => {
        release(self);
        return None;
      },
      'Release the underlying buffer held by the PickleBuffer object.',
    ),
  },
});
