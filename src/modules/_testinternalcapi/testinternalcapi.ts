/**
 * `_testinternalcapi`: what CPython's own tests use to look at the compiler's stages and at the interpreter's insides, as
 * far as there are such here.
 *
 * @cpython Modules/_testinternalcapi.c
 */
import { assembleSequence } from '../../compiler/assemble/index.ts';
import { generateInstructions } from '../../compiler/index.ts';
import { cleanDocstring } from '../../compiler/codegen/clean-docstring.ts';
import {
  asHostString,
  asText,
  callMethod,
  excTypes,
  getAttr,
  getItem,
  indexNumber,
  instanceDict,
  length,
  matches,
  nativeFunction,
  None,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  runtimeError,
  strFromUtf16,
  strHost,
  systemError,
  thread,
  typeError,
  typeName,
  typeOf,
  valueError,
  type DictOwner,
  type Value,
} from '../../objects/core/index.ts';
import { codeToValue, constantToValue, valueToConstant } from '../../objects/function/constant-values.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { treeFromObject } from '../_ast/index.ts';
import { defineModule } from '../define-module.ts';
import { hamtSpec, hamtViewSpec } from './hamt.ts';
import {
  instructionSequenceSpec,
  optimizeSequence,
  PyInstructionSequence,
  requireSequence,
  wrapSequence,
} from './py-instruction-sequence.ts';
import { readMetadata } from './unit-metadata.ts';

/** So many attributes of an instance stand in the keys that its class's instances share. */
const SHARED_KEYS_MAX_SIZE = 30;

function dictOf(entries: Readonly<Record<string, Value>>): PyDict {
  const dict = new PyDict();
  for (const [name, value] of Object.entries(entries)) dict.setStr(name, value);
  return dict;
}

/** The settings with which the interpreter was started. @cpython Python/initconfig.c _Py_GetConfigsAsDict */
function configs(): PyDict {
  const { config } = currentInterpreter();
  return dictOf({
    config: dictOf({
      bytes_warning: config.bytesWarning,
      code_debug_ranges: true,
      optimization_level: config.optimizationLevel,
      prefix: strFromUtf16(config.prefix),
      use_environment: config.useEnvironment,
    }),
    pre_config: new PyDict(),
    global_config: new PyDict(),
  });
}

/** Whether the attributes lie in the object itself; CPython's objects have room for 30. */
function hasInlineValues(object: Value): boolean {
  if (!(object instanceof PyObject) || !typeOf(object).hasDict || !typeOf(object).isHeapType) return false;
  const { ob_dict: dict } = object as DictOwner;
  if (dict !== null && dict.owner !== object) return false;
  return length(instanceDict(object as DictOwner)) <= SHARED_KEYS_MAX_SIZE;
}

/** Error handlers that C's functions for the locale know. */
const LOCALE_ERRORS = new Set(['strict', 'surrogateescape', 'surrogatepass']);

function localeErrors(errors: Value | undefined): string {
  const name = errors === undefined || errors === None ? 'strict' : asHostString(errors);
  if (!LOCALE_ERRORS.has(name)) throw valueError('unsupported error handler');
  return name;
}

/** The locale's encoding is UTF-8. @cpython Modules/_testinternalcapi.c encode_locale_ex */
function encodeLocale(text: Value, _current: Value | undefined, errors: Value | undefined): Value {
  const handler = localeErrors(errors);
  try {
    return callMethod(text, 'encode', 'utf-8', handler);
  } catch (error) {
    if (!matches(error, excTypes.UnicodeEncodeError)) throw error;
    throw runtimeError(`encode error: pos=${strHost(getAttr(error, 'start'))}, reason=encoding error`);
  }
}

/** @cpython Modules/_testinternalcapi.c decode_locale_ex */
function decodeLocale(bytes: Value, _current: Value | undefined, errors: Value | undefined): Value {
  const handler = localeErrors(errors);
  try {
    return callMethod(bytes, 'decode', 'utf-8', handler);
  } catch (error) {
    if (!matches(error, excTypes.UnicodeDecodeError)) throw error;
    throw runtimeError(`decode error: pos=${strHost(getAttr(error, 'start'))}, reason=decoding error`);
  }
}

function recursionDepth(): number {
  return thread.recursionDepth;
}

export const testinternalcapiModule = defineModule('_testinternalcapi', {
  hiddenTypes: [hamtViewSpec],
  types: [hamtSpec, instructionSequenceSpec],
  functions: {
    get_configs: nativeFunction('($module, /)', configs),
    get_recursion_depth: nativeFunction('($module, /)', recursionDepth),
    pymem_getallocatorsname: nativeFunction('($module, /)', () => 'pymalloc'),
    clear_extension: nativeFunction('($module, name, filename, /)', () => None),
    suppress_immortalization: nativeFunction('($module, suppress, /)', () => None),
    get_immortalize_deferred: nativeFunction('($module, /)', () => false),
    compiler_cleandoc: nativeFunction('($module, /, doc)', (doc: Value) => {
      const constant = asText(doc) === undefined ? undefined : valueToConstant(doc);
      if (constant === undefined)
        throw typeError(`compiler_cleandoc() argument 'doc' must be str, not ${typeName(doc)}`);
      return constantToValue(cleanDocstring(constant as Parameters<typeof cleanDocstring>[0]));
    }),
    new_instruction_sequence: nativeFunction('($module, /)', () => new PyInstructionSequence()),
    // DEVIATION: of the unit's metadata nothing is told.
    compiler_codegen: nativeFunction(
      '($module, /, ast, filename, optimize, compile_mode=0)',
      (ast: Value, filename: Value, optimize: Value) => {
        const { tree } = treeFromObject(ast, 'exec');
        const level = indexNumber(optimize);
        const sequence = generateInstructions(tree, asHostString(filename), {
          optimize: level === 1 || level === 2 ? level : 0,
        });
        return new PyTuple([wrapSequence(sequence), new PyDict()]);
      },
    ),
    optimize_cfg: nativeFunction(
      '($module, /, instructions, consts, nlocals)',
      (instructions: Value, constants: Value, nlocals: Value) => {
        if (!(constants instanceof PyList)) throw typeError('expected a list of constants');
        return wrapSequence(optimizeSequence(requireSequence(instructions), constants, indexNumber(nlocals)));
      },
    ),
    assemble_code_object: nativeFunction(
      '($module, /, filename, instructions, metadata)',
      (filename: Value, instructions: Value, metadata: Value) => {
        const sequence = requireSequence(instructions);
        sequence.applyLabelMap();
        return codeToValue(assembleSequence(readMetadata(metadata), sequence, asHostString(filename)));
      },
    ),
    has_inline_values: nativeFunction('($module, obj, /)', hasInlineValues),
    EncodeLocaleEx: nativeFunction('($module, text, current_locale=0, errors=None, /)', encodeLocale),
    DecodeLocaleEx: nativeFunction('($module, bytes, current_locale=0, errors=None, /)', decodeLocale),
    dict_getitem_knownhash: nativeFunction('($module, mp, key, hash, /)', (dict: Value, key: Value) => {
      if (!(dict instanceof PyDict)) throw systemError('bad argument to internal function');
      return getItem(dict, key);
    }),
  },
  constants: () => ({
    SIZEOF_PYGC_HEAD: 16,
    SIZEOF_MANAGED_PRE_HEADER: 16,
    SIZEOF_PYOBJECT: 16,
    SIZEOF_TIME_T: 8,
    TIER2_THRESHOLD: 4096,
    SPECIALIZATION_THRESHOLD: 2,
    SPECIALIZATION_COOLDOWN: 53,
    SHARED_KEYS_MAX_SIZE,
  }),
});
