/** `typing.Union`: `int | str`. */
import type { TypeSpec } from '../core/index.ts';
import { unionSpec } from './union.ts';

export const unionSpecs: readonly TypeSpec[] = [unionSpec];
export { PyUnion, unionFrom, unionOf, unionSpec, unionType } from './union.ts';
