/** `property`, `classmethod`, `staticmethod`, `super`. */
export { isAbstract, propertySpec, propertyType, PyProperty } from './property.ts';
export {
  classmethodSpec,
  classmethodType,
  makeClassMethod,
  makeStaticMethod,
  PyClassMethod,
  PyStaticMethod,
  staticmethodSpec,
  staticmethodType,
} from './method-wrappers.ts';
export { PySuper, superSpec, superType } from './super.ts';
