/** Functions with docstrings of all kinds, for `inspect`. @cpython Modules/_testcapi/docstring.c */
import {
  allocate,
  classMethod,
  makeBuiltinType,
  method,
  nativeFunction,
  None,
  objectType,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  rawFunction,
  rawMethod,
  typeSpec,
  type NativeSpec,
  type PyType,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';

const NO_SIGNATURE = 'This docstring has no signature.';
const none = (): Value => None;

class PyNoSignature extends PyObject {}
class PyUnrepresentable extends PyObject {}
const newExample = (type: PyType): Value => allocate(type);

const noSignatureType = makeBuiltinType(
  '_testcapi.DocStringNoSignatureTest',
  objectType,
  PyNoSignature,
  Py_TPFLAGS_BASETYPE,
);
const unrepresentableType = makeBuiltinType(
  '_testcapi.DocStringUnrepresentableSignatureTest',
  objectType,
  PyUnrepresentable,
  Py_TPFLAGS_BASETYPE,
);

const DEFAULTS = `(module, s='avocado',
        b=b'bytes', d=3.14, i=35, n=None, t=True, f=False,
        local=the_number_three, sys=sys.maxsize,
        exp=sys.maxsize - 1)`;

export const docstringFunctions: Record<string, NativeSpec> = {
  no_docstring: rawFunction(null, none),
  docstring_empty: rawFunction(null, none),
  docstring_no_signature: rawFunction(NO_SIGNATURE, none),
  docstring_no_signature_noargs: nativeFunction('($self, /)', none, NO_SIGNATURE),
  docstring_no_signature_o: nativeFunction('($self, object, /)', none, NO_SIGNATURE),
  docstring_with_invalid_signature: rawFunction(
    'docstring_with_invalid_signature($module, /, boo)\n\nThis docstring has an invalid signature.',
    none,
  ),
  docstring_with_invalid_signature2: rawFunction(
    'docstring_with_invalid_signature2($module, /, boo)\n\n--\n\nThis docstring also has an invalid signature.',
    none,
  ),
  docstring_with_signature: rawFunction('This docstring has a valid signature.', none, '($module, /, sig)'),
  docstring_with_signature_but_no_doc: rawFunction(null, none, '($module, /, sig)'),
  docstring_with_signature_and_extra_newlines: rawFunction(
    '\nThis docstring has a valid signature and some extra newlines.',
    none,
    '($module, /, parameter)',
  ),
  docstring_with_signature_with_defaults: rawFunction(
    '\n\nThis docstring has a valid signature with parameters,\nand the parameters take defaults of varying types.',
    none,
    DEFAULTS,
  ),
  test_with_docstring: rawFunction('This is a pretty normal docstring.', none),
};

export const docstringTypes: readonly TypeSpec[] = [
  typeSpec(noSignatureType, {
    slots: { tp_new: newExample },
    methods: {
      meth_noargs: method('($self, /)', none, NO_SIGNATURE),
      meth_o: method('($self, object, /)', none, NO_SIGNATURE),
      meth_noargs_class: classMethod('($type, /)', none, NO_SIGNATURE),
      meth_o_class: classMethod('($type, object, /)', none, NO_SIGNATURE),
      meth_noargs_static: nativeFunction('()', none, NO_SIGNATURE),
      meth_o_static: nativeFunction('(object, /)', none, NO_SIGNATURE),
      meth_noargs_coexist: method('($self, /)', none, NO_SIGNATURE),
      meth_o_coexist: method('($self, object, /)', none, NO_SIGNATURE),
    },
  }),
  typeSpec(unrepresentableType, {
    slots: { tp_new: newExample },
    methods: {
      meth: rawMethod('This docstring has a signature with unrepresentable default.', none, '($self, /, a, b=<x>)'),
      with_default: rawMethod(
        'This instance method has a default parameter value from the module scope.',
        none,
        '($self, /, x=ONE)',
      ),
    },
  }),
];
