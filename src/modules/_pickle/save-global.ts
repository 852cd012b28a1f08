/** Writes what is found by its name. @cpython Modules/_pickle.c save_global */
import {
  asText,
  getAttr,
  getAttrOrUndefined,
  isTrue,
  None,
  PyTuple,
  strFromUtf16,
  strHost,
  textToHost,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { picklingError } from './errors.ts';
import { lookUp, moduleHolding, translatedName } from './globals.ts';
import * as op from './opcodes.ts';
import { memoize } from './memo.ts';
import type { PyPickler } from './py-pickler.ts';

/** @param name what the object is called, if it says so itself */
export function saveGlobal(self: PyPickler, object: Value, name: string | undefined): void {
  const { output } = self;
  const qualified = name ?? nameOf(object);
  const module = moduleHolding(object, qualified);
  if (self.protocol >= 2) {
    const key = new PyTuple([strFromUtf16(module), strFromUtf16(qualified)]);
    const code = lookUp('copyreg', '_extension_registry', key);
    if (typeof code === 'number') {
      if (code <= 0 || code > 0x7fffffff)
        throw picklingError.error(`Can't pickle ${strHost(object)}: extension code ${code} is out of range`);
      if (code <= 0xff) output.short(op.EXT1, code);
      else if (code <= 0xffff) output.half(op.EXT2, code);
      else output.word(op.EXT4, code);
      return;
    }
  }
  if (self.protocol >= 4) {
    self.save(strFromUtf16(module));
    self.save(strFromUtf16(qualified));
    output.byte(op.STACK_GLOBAL);
  } else if (qualified.includes('.')) saveDotted(self, module, qualified.split('.'));
  else saveTopLevel(self, module, qualified);
  memoize(self, object);
}

function nameOf(object: Value): string {
  const qualified = getAttrOrUndefined(object, '__qualname__');
  const name = qualified === undefined || qualified === None ? getAttr(object, '__name__') : qualified;
  return textToHost(asText(name) ?? '');
}

/** Old protocols have no dotted names: `getattr(getattr(…, name), name)`. */
function saveDotted(self: PyPickler, module: string, path: readonly string[]): void {
  const { output } = self;
  const [first, ...rest] = path as [string, ...string[]];
  const getattr = getAttr(currentInterpreter().importModule('builtins'), 'getattr');
  for (let i = 0; i < rest.length; i++) {
    self.save(getattr);
    if (self.protocol < 2) output.byte(op.MARK);
  }
  saveTopLevel(self, module, first);
  for (const name of rest) {
    self.save(strFromUtf16(name));
    output.byte(self.protocol < 2 ? op.TUPLE : op.TUPLE2);
    output.byte(op.REDUCE);
  }
}

function saveTopLevel(self: PyPickler, module: string, name: string): void {
  let names: [string, string] = [module, name];
  if (self.usesOldNames) names = translatedName(module, name, true);
  const kinds = ['module', 'global'] as const;
  names.forEach((text, i) => {
    // eslint-disable-next-line no-control-regex -- ASCII is what is asked for
    if (self.protocol < 3 && !/^[\0-\x7f]*$/.test(text))
      throw picklingError.error(`can't pickle ${kinds[i]} identifier '${text}' using pickle protocol ${self.protocol}`);
  });
  output(self, names);
}

function output(self: PyPickler, [module, name]: readonly [string, string]): void {
  self.output.line(op.GLOBAL, module);
  self.output.raw(new TextEncoder().encode(`${name}\n`));
}

/** Whether a value is given: neither absent nor None. */
export function isGiven(value: Value | undefined): value is Value {
  return value !== undefined && value !== None;
}

/** The truth of an optional argument. */
export const isTrueOr = (value: Value | undefined, fallback: boolean): boolean =>
  value === undefined ? fallback : isTrue(value);
