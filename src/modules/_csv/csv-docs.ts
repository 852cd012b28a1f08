/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _csv. */
export const CSV_DOCS = {
  reader: [
    "($module, iterable, /, dialect='excel', **fmtparams)",
    'Return a reader object that will process lines from the given iterable.\n\nThe "iterable" argument can be any object that returns a line\nof input for each iteration, such as a file object or a list.  The\noptional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n\nThe returned object is an iterator.  Each iteration returns a row\nof the CSV file (which can span multiple input lines).\n',
  ],
  writer: [
    "($module, fileobj, /, dialect='excel', **fmtparams)",
    'Return a writer object that will write user data on the given file object.\n\nThe "fileobj" argument can be any object that supports the file API.\nThe optional "dialect" argument defines a CSV dialect.  The function\nalso accepts optional keyword arguments which override settings\nprovided by the dialect.\n',
  ],
  register_dialect: [
    "($module, name, /, dialect='excel', **fmtparams)",
    'Create a mapping from a string name to a CVS dialect.\n\nThe optional "dialect" argument specifies the base dialect instance\nor the name of the registered dialect.  The function also accepts\noptional keyword arguments which override settings provided by the\ndialect.\n',
  ],
  list_dialects: ['($module, /)', 'Return a list of all known dialect names.'],
  unregister_dialect: ['($module, /, name)', 'Delete the name/dialect mapping associated with a string name.'],
  get_dialect: ['($module, /, name)', 'Return the dialect instance associated with name.'],
  field_size_limit: [
    '($module, /, new_limit=<unrepresentable>)',
    'Sets an upper limit on parsed fields.\n\nReturns old limit. If limit is not given, no new limit is set and\nthe old limit is returned',
  ],
} as const satisfies DocTable;

export const CSV_DOC = 'CSV parsing and writing.\n';

/** Methods of writers. */
export const WRITER_DOCS = {
  writerow: [
    '($self, row, /)',
    'Construct and write a CSV record from an iterable of fields.\n\nNon-string elements will be converted to string.',
  ],
  writerows: [
    '($self, rows, /)',
    'Construct and write a series of iterables to a csv file.\n\nNon-string elements will be converted to string.',
  ],
  dialect: [null, null],
} as const satisfies DocTable;

export const WRITER_DOC =
  'CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n';

export const READER_DOC =
  'CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n';

export const DIALECT_DOC = 'CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n';
