/** `_suggestions`. @cpython Modules/_suggestions.c */
import {
  asText,
  nativeFunction,
  None,
  PyList,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { suggestName } from '../../objects/function/suggestions.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';

function generateSuggestions(candidates: Value, item: Value): Value {
  const name = asText(item);
  if (!(candidates instanceof PyList)) throw typeError('candidates must be a list');
  if (name === undefined) throw typeError(`_generate_suggestions() argument 2 must be str, not ${typeName(item)}`);
  const names = candidates.items.map((candidate) => {
    const text = asText(candidate);
    if (text === undefined) throw typeError(`all elements in 'candidates' must be strings`);
    return textToHost(text);
  });
  const found = suggestName(names, textToHost(name));
  return found === undefined ? None : strFromUtf16(found);
}

export const suggestionsModule = defineModule('_suggestions', {
  doc: MODULE_DOC,
  functions: {
    _generate_suggestions: nativeFunction(
      '($module, candidates, item, /)',
      generateSuggestions,
      docs._generate_suggestions,
    ),
  },
});
