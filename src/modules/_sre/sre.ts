/**
 * `_sre`: the regular expression engine behind `re`.
 *
 * @cpython Modules/_sre/sre.c
 */
import {
  None,
  PyDict,
  PyList,
  PyTuple,
  asInt,
  asText,
  index,
  overflowError,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { hasBuffer } from '../../objects/bytes/index.ts';
import { documentedFunctions } from '../../objects/int/documented.ts';
import { hasOtherCase, simpleLower } from '../../unicode/character-types.ts';
import { defineModule } from '../define-module.ts';
import { SRE_DOCS } from './sre-docs.ts';
import { lowerAscii } from './char-set.ts';
import { Program } from './program.ts';
import { PyPattern, templateType } from './py-pattern.ts';
import { patternSpec } from './pattern.ts';
import { matchSpec } from './match.ts';
import { scannerSpec } from './scanner.ts';
import { makeTemplate } from './template.ts';

const templateSpec = typeSpec(templateType, {});

/** The code list as the matcher takes it. @throws TypeError, OverflowError */
function codeArray(code: Value): Int32Array {
  if (!(code instanceof PyList)) throw typeError(`compile() argument 'code' must be list, not ${typeName(code)}`);
  const result = new Int32Array(code.items.length);
  for (let i = 0; i < result.length; i++) {
    const word = asInt(code.items[i]!) ?? index(code.items[i]!);
    if (word < 0 || word > 0xffffffff) throw overflowError('regular expression code size limit exceeded');
    result[i] = Number(word) | 0;
  }
  return result;
}

function compile(
  pattern: Value,
  flags: Value,
  code: Value,
  groups: Value,
  groupIndex: Value,
  indexGroup: Value,
): Value {
  if (!(groupIndex instanceof PyDict))
    throw typeError(`compile() argument 'groupindex' must be dict, not ${typeName(groupIndex)}`);
  if (!(indexGroup instanceof PyTuple))
    throw typeError(`compile() argument 'indexgroup' must be tuple, not ${typeName(indexGroup)}`);
  let isBytes: boolean | undefined;
  if (pattern !== None) {
    isBytes = asText(pattern) === undefined;
    if (isBytes && !hasBuffer(pattern))
      throw typeError(`expected string or bytes-like object, got '${typeName(pattern)}'`);
  }
  const program = new Program(codeArray(code), Number(index(groups)));
  return new PyPattern(pattern, Number(index(flags)), program, groupIndex, indexGroup, isBytes);
}

function character(value: Value): number {
  return Number(index(value));
}

export const sreModule = defineModule('_sre', {
  hiddenTypes: [patternSpec, matchSpec, scannerSpec, templateSpec],
  functions: documentedFunctions(SRE_DOCS, {
    compile,
    template: (_pattern: Value, template: Value) => {
      if (!(template instanceof PyList))
        throw typeError(`template() argument 2 must be list, not ${typeName(template)}`);
      return makeTemplate(template);
    },
    getcodesize: () => 4,
    ascii_iscased: (value: Value) => {
      const char = character(value);
      return (char >= 65 && char <= 90) || (char >= 97 && char <= 122);
    },
    unicode_iscased: (value: Value) => hasOtherCase(character(value)),
    ascii_tolower: (value: Value) => lowerAscii(character(value)),
    unicode_tolower: (value: Value) => simpleLower(character(value)),
  }),
  constants: () => ({
    MAGIC: 20230612,
    CODESIZE: 4,
    MAXREPEAT: 4294967295,
    MAXGROUPS: 1073741823,
    copyright: ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ',
  }),
});
