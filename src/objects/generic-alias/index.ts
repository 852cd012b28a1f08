/** `types.GenericAlias`: `list[int]`. */
import type { TypeSpec } from '../core/index.ts';
import { genericAliasIteratorSpec, genericAliasSpec } from './generic-alias.ts';

export const genericAliasSpecs: readonly TypeSpec[] = [genericAliasSpec, genericAliasIteratorSpec];
export { genericAliasType, makeGenericAlias, PyGenericAlias } from './py-generic-alias.ts';
export { classGetItem } from './class-get-item.ts';
export { genericAliasIteratorSpec, genericAliasSpec } from './generic-alias.ts';
export { makeParameters, substituteParameters } from './parameters.ts';
export { argumentRepr, typeRepr } from './type-repr.ts';
