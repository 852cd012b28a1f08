/** Subscripts of lists, tuples, dicts and strings. */
import { boxed } from './abstract-value.ts';
import { asKind, likelyKind } from './arithmetic.ts';
import type { Translator } from './translator.ts';

/** SUBSCRIPT: container, key -- item */
export function loadSubscript(e: Translator): void {
  const key = e.pop();
  const container = e.pop();
  const containerKind = likelyKind(e, container, 1);
  const keyKind = likelyKind(e, key, 0);
  if ((containerKind === 'list' || containerKind === 'tuple') && keyKind === 'int') {
    const object = asKind(e, container, containerKind).code;
    const index = asKind(e, key, 'int').code;
    const items = e.set(`${object}.items`);
    const item = e.set(`${items}[${position(index, `${items}.length`)}]`);
    e.throwing();
    e.line(`if (${item} === u) ${item} = getItem(${object}, ${index});`);
    e.push({ kind: 'any', code: item });
    return;
  }
  if (containerKind === 'str' && keyKind === 'int') {
    const object = asKind(e, container, 'str').code;
    const index = asKind(e, key, 'int').code;
    const item = e.set(`${object}[${position(index, `${object}.length`)}]`);
    e.guard(`${item} === u`);
    e.push({ kind: 'str', code: item });
    return;
  }
  const keyCode = boxed(key);
  if (containerKind === 'dict') {
    const object = asKind(e, container, 'dict').code;
    e.throwing();
    const item = e.set(`${object}.get(${keyCode})`);
    e.line(`if (${item} === u) ${item} = getItem(${object}, ${keyCode});`);
    e.push({ kind: 'any', code: item });
    return;
  }
  const object = boxed(container);
  e.pushAnyThrowing(`getItem(${object}, ${keyCode})`);
}

/** The place in an array that an index means. */
function position(index: string, length: string): string {
  if (/^\d+$/.test(index)) return index;
  const negative = /^\((-\d+)\)$/.exec(index);
  if (negative !== null) return `${length} - ${negative[1]!.slice(1)}`;
  return `${index} < 0 ? ${index} + ${length} : ${index}`;
}

/** STORE_SUBSCR: value, container, key -- */
export function storeSubscript(e: Translator): void {
  const key = e.pop();
  const container = e.pop();
  const value = boxed(e.pop());
  const containerKind = likelyKind(e, container, 1);
  const keyKind = likelyKind(e, key, 0);
  if (containerKind === 'list' && keyKind === 'int') {
    const object = asKind(e, container, 'list').code;
    const index = asKind(e, key, 'int').code;
    const items = e.set(`${object}.items`);
    const place = e.set(position(index, `${items}.length`));
    e.throwing();
    e.line(`if (${place} >= 0 && ${place} < ${items}.length) ${items}[${place}] = ${value};`);
    e.line(`else setItem(${object}, ${index}, ${value});`);
    return;
  }
  const keyCode = boxed(key);
  const object = containerKind === 'dict' ? asKind(e, container, 'dict').code : boxed(container);
  e.throwing();
  e.line(
    containerKind === 'dict' ? `${object}.set(${keyCode}, ${value});` : `setItem(${object}, ${keyCode}, ${value});`,
  );
}
