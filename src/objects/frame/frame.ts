/**
 * The type `frame`.
 *
 * @cpython Objects/frameobject.c PyFrame_Type
 */
import {
  attributeError,
  identityText,
  method,
  None,
  runtimeError,
  strFromUtf16,
  thread,
  typeError,
  typeSpec,
  type Value,
  shownNamespace,
} from '../core/index.ts';
import { closeGenerator } from '../generator/resumption.ts';
import { GEN_FINISHED } from '../generator/py-generator.ts';
import { jumpToLine } from './jumping.ts';
import { frameLocals } from './frame-locals.ts';
import type { PyFrame } from './py-frame.ts';
import { FrameExtra, frameType } from './py-frame.ts';

const asFrame = (self: Value): PyFrame => self as PyFrame;

function isExecuting(frame: PyFrame): boolean {
  for (let running = thread.currentFrame; running !== null; running = running.previous)
    if (running === frame) return true;
  return false;
}

/** The `clear` method. @cpython frame_clear_impl */
function clear(frame: PyFrame): void {
  if (isExecuting(frame)) throw runtimeError('cannot clear an executing frame');
  const generator = frame.generator;
  if (generator !== null && generator.state !== GEN_FINISHED) {
    if (generator.isSuspended) throw runtimeError('cannot clear a suspended frame');
    closeGenerator(generator);
  }
  frame.localsplus.fill(undefined);
}

export const frameSpec = typeSpec(frameType, {
  slots: {
    tp_repr: (self) => {
      const frame = asFrame(self);
      const { co_filename, co_name } = frame.code.code;
      return strFromUtf16(
        `<frame at ${identityText(self)}, file '${co_filename}', line ${frame.lineno ?? 'None'}, code ${co_name}>`,
      );
    },
  },
  methods: {
    clear: method('($self, /)', clear, 'Clear all references held by the frame.'),
  },
  members: {
    f_trace_lines: {
      get: (self) => asFrame(self).extra?.traceLines ?? true,
      set(self, value) {
        if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
        (asFrame(self).extra ??= new FrameExtra()).traceLines = value;
      },
    },
  },
  getset: {
    f_back: { get: (self) => asFrame(self).previous ?? None },
    f_locals: {
      get: (self) => {
        const frame = asFrame(self);
        (frame.extra ??= new FrameExtra()).isExposed = true;
        return frame.code.isOptimized ? frameLocals(frame) : shownNamespace(frameLocals(frame));
      },
      doc: 'Return the mapping used by the frame to look up local variables.',
    },
    f_lineno: {
      get: (self) => asFrame(self).lineno ?? None,
      set(self, value) {
        if (value === undefined) throw attributeError("attribute 'f_lineno' of 'frame' objects cannot be deleted");
        jumpToLine(asFrame(self), value);
      },
      doc: 'Return the current line number in the frame.',
    },
    f_trace: {
      get: (self) => asFrame(self).extra?.trace ?? None,
      set(self, value) {
        const extra = (asFrame(self).extra ??= new FrameExtra());
        extra.trace = value === undefined || value === None ? null : value;
      },
      doc: 'Return the trace function for this frame, or None if no trace function is set.',
    },
    f_lasti: {
      get: (self) => asFrame(self).lasti,
      doc: 'Return the index of the last attempted instruction in the frame.',
    },
    f_globals: {
      get: (self) => shownNamespace(asFrame(self).globals),
      doc: 'Return the global variables in the frame.',
    },
    f_builtins: {
      get: (self) => shownNamespace(asFrame(self).builtins),
      doc: 'Return the built-in variables in the frame.',
    },
    f_code: { get: (self) => asFrame(self).code, doc: 'Return the code object being executed in this frame.' },
    f_trace_opcodes: {
      get: (self) => asFrame(self).extra?.traceOpcodes ?? false,
      set(self, value) {
        if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
        (asFrame(self).extra ??= new FrameExtra()).traceOpcodes = value;
      },
      doc: 'Return True if opcode tracing is enabled, False otherwise.',
    },
    f_generator: {
      get: (self) => asFrame(self).generator ?? None,
      doc: 'Return the generator or coroutine associated with this frame, or None.',
    },
  },
});
