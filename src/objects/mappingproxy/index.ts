/** The `mappingproxy` type. */
export { makeMappingProxy, mappingproxyType, PyMappingProxy } from './py-mapping-proxy.ts';
export { mappingproxySpec as mappingProxySpec } from './mapping-proxy.ts';
