/**
 * The type `traceback`.
 *
 * @cpython Python/traceback.c PyTraceBack_Type
 */
import {
  argumentBinder,
  attributeError,
  indexNumber,
  method,
  None,
  PyList,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type GetSet,
  type Value,
} from '../core/index.ts';
import { PyFrame } from './py-frame.ts';
import { PyTraceback, tracebackType } from './py-traceback.ts';

const asTraceback = (self: Value): PyTraceback => self as PyTraceback;
const bind = argumentBinder('traceback', '(tb_next, tb_frame, tb_lasti, tb_lineno)');

function asNext(value: Value): PyTraceback | null {
  if (value === None) return null;
  if (!(value instanceof PyTraceback)) throw typeError(`expected traceback object, got '${typeName(value)}'`);
  return value;
}

function readonly(name: string, get: (traceback: PyTraceback) => Value, message = 'readonly attribute'): GetSet {
  return {
    get: (self) => get(asTraceback(self)),
    set() {
      throw attributeError(message.replace('NAME', name));
    },
  };
}

export const tracebackSpec = typeSpec(tracebackType, {
  doc: 'traceback(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\nCreate a new traceback object.',
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [next, frame, lasti, lineno] = bind(args, kwnames) as [Value, Value, Value, Value];
      if (!(frame instanceof PyFrame))
        throw typeError(`traceback() argument 'tb_frame' must be frame, not ${typeName(frame)}`);
      return new PyTraceback(asNext(next), frame, -1, indexNumber(lasti), indexNumber(lineno));
    },
  },
  methods: {
    __dir__: method('($self, /)', () => new PyList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'])),
  },
  members: {
    tb_frame: readonly('tb_frame', (traceback) => traceback.frame),
    tb_lasti: readonly('tb_lasti', (traceback) => traceback.lasti),
  },
  getset: {
    tb_next: {
      get: (self) => asTraceback(self).next ?? None,
      set(self, value) {
        if (value === undefined) throw typeError("can't delete tb_next attribute");
        const next = asNext(value);
        for (let cursor = next; cursor !== null; cursor = cursor.next) {
          if (cursor === self) throw valueError('traceback loop detected');
        }
        asTraceback(self).next = next;
      },
    },
    tb_lineno: readonly(
      'tb_lineno',
      (traceback) => traceback.lineno ?? None,
      "attribute 'NAME' of 'traceback' objects is not writable",
    ),
  },
});
