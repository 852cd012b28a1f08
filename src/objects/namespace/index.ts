/** `types.SimpleNamespace`. */
export { makeNamespace, PySimpleNamespace, simpleNamespaceSpec, simpleNamespaceType } from './simple-namespace.ts';
