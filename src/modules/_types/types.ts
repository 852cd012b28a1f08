/** `_types`: the types that the language makes but no name of `builtins` says. @cpython Modules/_typesmodule.c */
import {
  builtinFunctionType,
  cellType,
  classMethodDescriptorType,
  ellipsisType,
  getsetType,
  identityText,
  installType,
  makeBuiltinType,
  memberType,
  methodDescriptorType,
  methodType,
  methodWrapperType,
  moduleType,
  noneType,
  notImplementedType,
  objectType,
  PyObject,
  typeSpec,
  wrapperDescriptorType,
  type Value,
} from '../../objects/core/index.ts';
import { frameType, tracebackType } from '../../objects/frame/index.ts';
import { codeType } from '../../objects/function/py-code.ts';
import { functionType } from '../../objects/function/py-function.ts';
import { asyncGeneratorType, coroutineType, generatorType } from '../../objects/generator/index.ts';
import { genericAliasType } from '../../objects/generic-alias/index.ts';
import { mappingproxyType } from '../../objects/mappingproxy/index.ts';
import { simpleNamespaceType } from '../../objects/namespace/index.ts';
import { unionType } from '../../objects/union/index.ts';
import { defineModule } from '../define-module.ts';

/** A capsule: what C extensions hand to each other. */
class PyCapsule extends PyObject {
  name = '';
}
const capsuleType = makeBuiltinType('PyCapsule', objectType, PyCapsule);
const capsuleSpec = typeSpec(capsuleType, {
  doc: `Capsule objects let you wrap a C "void *" pointer in a Python
object.  They're a way of passing data through the Python interpreter
without creating your own custom type.

Capsules are used for communication between extension modules.
They provide a way for an extension module to export a C interface
to other extension modules, so that extension modules can use the
Python import mechanism to link to one another.
`,
  slots: { tp_repr: (self) => `<capsule object "${(self as PyCapsule).name}" at ${identityText(self)}>` },
});

/** A capsule of that name, with nothing in it. */
export function makeCapsule(name: string): Value {
  installType(capsuleSpec);
  const capsule = new PyCapsule();
  capsule.name = name;
  return capsule;
}

export const typesModule = defineModule('_types', {
  doc: 'Define names for built-in types.',
  hiddenTypes: [capsuleSpec],
  constants: (): Record<string, Value> => ({
    AsyncGeneratorType: asyncGeneratorType,
    BuiltinFunctionType: builtinFunctionType,
    BuiltinMethodType: builtinFunctionType,
    CapsuleType: capsuleType,
    CellType: cellType,
    ClassMethodDescriptorType: classMethodDescriptorType,
    CodeType: codeType,
    CoroutineType: coroutineType,
    EllipsisType: ellipsisType,
    FrameType: frameType,
    FunctionType: functionType,
    GeneratorType: generatorType,
    GenericAlias: genericAliasType,
    GetSetDescriptorType: getsetType,
    LambdaType: functionType,
    MappingProxyType: mappingproxyType,
    MemberDescriptorType: memberType,
    MethodDescriptorType: methodDescriptorType,
    MethodType: methodType,
    MethodWrapperType: methodWrapperType,
    ModuleType: moduleType,
    NoneType: noneType,
    NotImplementedType: notImplementedType,
    SimpleNamespace: simpleNamespaceType,
    TracebackType: tracebackType,
    UnionType: unionType,
    WrapperDescriptorType: wrapperDescriptorType,
  }),
});
