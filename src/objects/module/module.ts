/**
 * Module objects.
 *
 * @cpython Objects/moduleobject.c
 */
import {
  None,
  PyDict,
  PyList,
  PyModule,
  allocate,
  argumentBinder,
  asText,
  attributeError,
  call,
  callMethod,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  getAttrOrUndefined,
  isCallable,
  isTrue,
  method,
  moduleType,
  shownNamespace,
  strFromUtf16,
  textToHost,
  thread,
  toArray,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../core/index.ts';

const bindInit = argumentBinder('module', '(name, doc=None)');

/** A new module with the attributes that every module starts with. @cpython PyModule_NewObject */
export function newModule(name: string, doc: Value = None): PyModule {
  const dict = new PyDict();
  dict.setStr('__name__', strFromUtf16(name));
  dict.setStr('__doc__', doc);
  dict.setStr('__package__', None);
  dict.setStr('__loader__', None);
  dict.setStr('__spec__', None);
  return new PyModule(dict);
}

function isInitializing(module: PyModule): boolean {
  const spec = module.ob_dict.getStr('__spec__');
  if (spec === undefined || spec === None) return false;
  const flag = getAttrOrUndefined(spec, '_initializing');
  return flag !== undefined && isTrue(flag);
}

/** Whether a submodule of that name is just being imported. @cpython _PyModuleSpec_IsUninitializedSubmodule */
function isBeingImported(module: PyModule, name: string): boolean {
  const spec = module.ob_dict.getStr('__spec__');
  const names = spec === undefined || spec === None ? undefined : getAttrOrUndefined(spec, '_uninitialized_submodules');
  return names instanceof PyList && names.items.includes(strFromUtf16(name));
}

/** @cpython _Py_module_getattro_impl */
function moduleGetattro(self: Value, name: string): Value | undefined {
  const found = genericGetAttr(self, name);
  if (found !== undefined) return found;
  const module = self as PyModule;
  if (thread.interp.finishStartFor(module.ob_dict, name)) return moduleGetattro(self, name);
  const getattr = module.ob_dict.getStr('__getattr__');
  if (getattr !== undefined) return call(getattr, [strFromUtf16(name)]);
  const moduleName = module.ob_dict.getStr('__name__');
  const text = moduleName === undefined ? undefined : asText(moduleName);
  if (text === undefined) throw attributeError(`module has no attribute '${name}'`, name, module);
  const host = textToHost(text);
  if (isInitializing(module)) {
    throw attributeError(
      `partially initialized module '${host}' has no attribute '${name}' (most likely due to a circular import)`,
      name,
      module,
    );
  }
  if (isBeingImported(module, name)) {
    const because = 'most likely due to a circular import';
    throw attributeError(`cannot access submodule '${name}' of module '${host}' (${because})`, name, module);
  }
  throw attributeError(`module '${host}' has no attribute '${name}'`, name, module);
}

function annotationsOf(module: PyModule): Value {
  const dict = module.ob_dict;
  const existing = dict.getStr('__annotations__');
  if (existing !== undefined) return existing;
  const annotate = dict.getStr('__annotate__');
  let annotations: Value = new PyDict();
  if (annotate !== undefined && isCallable(annotate)) {
    annotations = call(annotate, [1]);
    if (!(annotations instanceof PyDict))
      throw typeError(`__annotate__() must return a dict, not ${typeName(annotations)}`);
  }
  if (!isInitializing(module)) dict.setStr('__annotations__', annotations);
  return annotations;
}

export const moduleSpec = typeSpec(moduleType, {
  doc: 'module(name, doc=None)\n--\n\nCreate a module object.\n\nThe name must be a string; the optional doc argument can have any type.',
  slots: {
    tp_new: (type) => allocate<[PyDict], PyModule>(type, new PyDict()),
    tp_init: (self, args, kwnames) => {
      const [name, doc] = bindInit(args, kwnames) as [Value, Value | undefined];
      if (asText(name) === undefined) throw typeError(`module() argument 'name' must be str, not ${typeName(name)}`);
      const dict = (self as PyModule).ob_dict;
      dict.setStr('__name__', name);
      dict.setStr('__doc__', doc ?? None);
      dict.setStr('__package__', None);
      dict.setStr('__loader__', None);
      dict.setStr('__spec__', None);
    },
    tp_getattro: moduleGetattro,
    tp_setattro: genericSetAttr,
    tp_repr: (self) => {
      const bootstrap = thread.interp.importModule('_frozen_importlib');
      return call(getAttr(bootstrap, '_module_repr'), [self]);
    },
  },
  methods: {
    __dir__: method(
      '($self, /)',
      (self: PyModule) => {
        const dict = getAttr(self, '__dict__');
        if (!(dict instanceof PyDict)) throw typeError('<module>.__dict__ is not a dictionary');
        const own = dict.getStr('__dir__');
        if (own !== undefined) return call(own, []);
        return new PyList(toArray(callMethod(dict, 'keys')));
      },
      '__dir__() -> list\nspecialized dir() implementation',
    ),
  },
  members: {
    __dict__: {
      get: (self) => shownNamespace((self as PyModule).ob_dict),
    },
  },
  getset: {
    __annotations__: {
      get: (self) => annotationsOf(self as PyModule),
      set: (self, value) => {
        const dict = (self as PyModule).ob_dict;
        if (value !== undefined) dict.setStr('__annotations__', value);
        else if (dict.deleteStr('__annotations__') === undefined)
          throw attributeError('__annotations__', '__annotations__', self);
        dict.deleteStr('__annotate__');
      },
    },
    __annotate__: {
      get: (self) => {
        const dict = (self as PyModule).ob_dict;
        const annotate = dict.getStr('__annotate__');
        if (annotate === undefined) dict.setStr('__annotate__', None);
        return annotate ?? None;
      },
      set: (self, value) => {
        if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
        if (value !== None && !isCallable(value)) throw typeError('__annotate__ must be callable or None');
        (self as PyModule).ob_dict.setStr('__annotate__', value);
        if (value !== None) (self as PyModule).ob_dict.deleteStr('__annotations__');
      },
    },
  },
});
