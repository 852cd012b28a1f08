/**
 * The type `generator`.
 *
 * @cpython Objects/genobject.c PyGen_Type
 */
import {
  asText,
  excTypes,
  identityText,
  method,
  None,
  rawMethod,
  setPendingStop,
  stopIteration,
  strFromUtf16,
  strHost,
  typeError,
  typeSpec,
  warn,
  type GetSet,
  type Kwnames,
  type NativeSpec,
  type Value,
} from '../core/index.ts';
import { finalizeGenerator } from './finalize.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { closeGenerator, resumeGenerator, sendOrStop, throwInto } from './resumption.ts';
import { GEN_FINISHED, GEN_RUNNING, generatorType, type PyGenerator } from './py-generator.ts';

/** `tp_iternext` of generators. */
export function generatorNext(self: Value): Value | undefined {
  const generator = self as PyGenerator;
  const value = resumeGenerator(generator, None, null, false);
  if (generator.state !== GEN_FINISHED) return value;
  if (value !== None) setPendingStop(stopIteration(value));
  return undefined;
}

function nameAttribute(field: 'name' | 'qualname', kind: string): GetSet {
  return {
    get: (self) => (self as PyGenerator)[field],
    set(self, value) {
      if (value === undefined || asText(value) === undefined) {
        throw typeError(`__${field}__ must be set to a string object`);
      }
      (self as PyGenerator)[field] = value;
    },
    doc: `${field === 'name' ? 'name' : 'qualified name'} of the ${kind}`,
  };
}

/** Attributes of the three kinds; `prefix` is `gi`, `cr` or `ag`. */
export function generatorAttributes(prefix: 'gi' | 'cr' | 'ag', yieldFromName: string): Record<string, GetSet> {
  const kind = prefix === 'gi' ? 'generator' : prefix === 'cr' ? 'coroutine' : 'async generator';
  return {
    __name__: nameAttribute('name', kind),
    __qualname__: nameAttribute('qualname', kind),
    [`${prefix}_${yieldFromName}`]: {
      get: (self) => (self as PyGenerator).yieldFrom ?? None,
      doc: prefix === 'gi' ? 'object being iterated by yield from, or None' : 'object being awaited on, or None',
    },
    [`${prefix}_frame`]: {
      get: (self) => ((self as PyGenerator).state === GEN_FINISHED ? None : (self as PyGenerator).frame),
    },
    [`${prefix}_suspended`]: { get: (self) => (self as PyGenerator).isSuspended },
    [`${prefix}_code`]: { get: (self) => (self as PyGenerator).frame.code },
  };
}

export const isRunning: GetSet = { get: (self) => (self as PyGenerator).state === GEN_RUNNING };

/** `<kind object qualname at 0x…>`. */
export function generatorRepr(kind: string): (self: Value) => Value {
  return (self) => strFromUtf16(`<${kind} object ${strHost((self as PyGenerator).qualname)} at ${identityText(self)}>`);
}

/** Arguments of a `throw` method, with the warning that the long form gives. */
export function parseThrow(
  args: readonly Value[],
  kwnames: Kwnames,
  name = 'throw',
): readonly [Value, Value | undefined, Value | undefined] {
  if (kwnames !== null) throw typeError(`${name}() takes no keyword arguments`);
  if (args.length < 1) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (args.length > 3) throw typeError(`${name} expected at most 3 arguments, got ${args.length}`);
  if (args.length > 1) {
    warn(
      excTypes.DeprecationWarning,
      `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`,
      1,
    );
  }
  return [args[0]!, args[1], args[2]];
}

const throwMethod: NativeSpec = rawMethod(
  `throw(value)
throw(type[,value[,tb]])

Raise exception in generator, return next yielded value or raise
StopIteration.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`,
  (self, args, kwnames) => throwInto(self as PyGenerator, true, ...parseThrow(args, kwnames)),
);

export const generatorSpec = typeSpec(generatorType, {
  slots: {
    tp_repr: generatorRepr('generator'),
    tp_finalize: finalizeGenerator,
    tp_iter: (self) => self,
    tp_iternext: generatorNext,
  },
  methods: {
    send: method(
      '($self, object, /)',
      (self: PyGenerator, object: Value) => sendOrStop(self, object, null),
      `send(value) -> send 'value' into generator,
return next yielded value or raise StopIteration.`,
    ),
    throw: throwMethod,
    close: method(
      '($self, /)',
      (self: PyGenerator) => closeGenerator(self),
      'close() -> raise GeneratorExit inside generator.',
    ),
    __class_getitem__: classGetItem('generators are generic over the types of their yield, send, and return values'),
  },
  getset: { ...generatorAttributes('gi', 'yieldfrom'), gi_running: isRunning },
});
