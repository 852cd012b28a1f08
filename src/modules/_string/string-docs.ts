/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _string. */
export const STRING_DOCS = {
  formatter_field_name_split: ['($self, object, /)', 'split the argument as a field name'],
  formatter_parser: ['($self, object, /)', 'parse the argument as a format string'],
} as const satisfies DocTable;

export const STRING_DOC = 'string helper module';
