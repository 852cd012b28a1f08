/** How types are shown inside `list[int]` and `int | str`. @cpython Objects/genericaliasobject.c, Objects/typevarobject.c _Py_typing_type_repr */
import {
  asText,
  Ellipsis,
  getAttrOrUndefined,
  None,
  noneType,
  PyList,
  reprText,
  textToHost,
  type Text,
  type Value,
} from '../core/index.ts';
import { bracketed, concatTexts } from '../list/repr-text.ts';

/** The text for one type or other argument. */
export function typeRepr(value: Value): Text {
  if (value === Ellipsis) return '...';
  if (value === noneType) return 'None';
  if (getAttrOrUndefined(value, '__origin__') !== undefined && getAttrOrUndefined(value, '__args__') !== undefined) {
    return reprText(value);
  }
  const qualname = getAttrOrUndefined(value, '__qualname__');
  if (qualname === undefined || qualname === None) return reprText(value);
  const module = getAttrOrUndefined(value, '__module__');
  if (module === undefined || module === None) return reprText(value);
  const name = asText(qualname) ?? reprText(qualname);
  const moduleText = asText(module) ?? reprText(module);
  return textToHost(moduleText) === 'builtins' ? name : concatTexts([moduleText, '.', name]);
}

/** Like `typeRepr`, with the items of a list shown in brackets. */
export function argumentRepr(value: Value): Text {
  return value instanceof PyList ? bracketed('[', value.items.map(typeRepr), ']') : typeRepr(value);
}
