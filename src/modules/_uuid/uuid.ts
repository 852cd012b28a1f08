/** `_uuid`: that there is no UUID library; `uuid` then makes them itself. @cpython Modules/_uuidmodule.c */
import { defineModule } from '../define-module.ts';

export const uuidModule = defineModule('_uuid', {
  constants: () => ({ has_uuid_generate_time_safe: 0, has_stable_extractable_node: 0 }),
});
