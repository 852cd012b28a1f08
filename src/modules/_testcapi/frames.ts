/** What C code reads of frames. @cpython Modules/_testcapi/frame.c, Modules/_testcapimodule.c frame_* */
import {
  asHostString,
  getAttr,
  getItem,
  isInstanceOf,
  matches,
  excTypes,
  nameError,
  nativeFunction,
  None,
  PyBytes,
  typeError,
  typeName,
  strType,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { PyFrame } from '../../objects/frame/py-frame.ts';

function requireFrame(value: Value): PyFrame {
  if (!(value instanceof PyFrame)) throw typeError('argument must be a frame');
  return value;
}

/** A function that gives an attribute of a frame. */
const attribute = (name: string): NativeSpec =>
  nativeFunction('($module, frame, /)', (frame: Value) => getAttr(requireFrame(frame), name));

/** `PyFrame_GetVar` */
function variable(frame: Value, name: Value): Value {
  try {
    return getItem(getAttr(requireFrame(frame), 'f_locals'), name);
  } catch (error) {
    if (!matches(error, excTypes.KeyError)) throw error;
    const text = asHostString(name);
    throw nameError(`variable '${text}' does not exist`, text);
  }
}

export const frameFunctions: Record<string, NativeSpec> = {
  frame_getlocals: attribute('f_locals'),
  frame_getglobals: attribute('f_globals'),
  frame_getbuiltins: attribute('f_builtins'),
  frame_getlasti: nativeFunction('($module, frame, /)', (frame: Value) => {
    const { lasti } = requireFrame(frame);
    return lasti < 0 ? None : lasti;
  }),
  frame_getgenerator: nativeFunction('($module, frame, /)', (frame: Value) => requireFrame(frame).generator ?? None),
  frame_getvar: nativeFunction('($module, frame, name, /)', (frame: Value, name: Value) => {
    if (!isInstanceOf(name, strType)) throw typeError(`name must be str, not ${typeName(name)}`);
    return variable(frame, name);
  }),
  frame_getvarstring: nativeFunction('($module, frame, name, /)', (frame: Value, name: Value) => {
    if (!(name instanceof PyBytes)) throw typeError(`a bytes-like object is required, not '${typeName(name)}'`);
    return variable(frame, new TextDecoder().decode(name.bytes));
  }),
};
