/** Template strings. The only door to this folder. */
import type { TypeSpec } from '../core/index.ts';
import { interpolationSpec } from './interpolation.ts';
import { templateIteratorSpec, templateSpec } from './template.ts';

export { buildInterpolation, interpolationType, PyInterpolation } from './interpolation.ts';
export { buildTemplate, PyTemplate, templateType } from './template.ts';

export const templateSpecs: readonly TypeSpec[] = [interpolationSpec, templateSpec, templateIteratorSpec];
