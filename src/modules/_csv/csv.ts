/** `_csv`: what `csv` is made of. @cpython Modules/_csv.c */
import {
  None,
  PyList,
  argumentBinder,
  asInt,
  asText,
  getAttrOrUndefined,
  getIter,
  isCallable,
  overflowError,
  rawFunction,
  typeError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/documented.ts';
import { defineModule } from '../define-module.ts';
import { CSV_DOC, CSV_DOCS } from './csv-docs.ts';
import * as dialects from './dialect.ts';
import { PyReader, readerSpec, readerType } from './reader.ts';
import { PyWriter, writerSpec, writerType } from './writer.ts';

/** Positional arguments (at least one), and parameters of a dialect by name. */
function splitArguments(
  name: string,
  args: readonly Value[],
  kwnames: Kwnames,
): [first: Value, dialect: Value | undefined, parameters: Map<string, Value>] {
  const given = args.length - (kwnames?.length ?? 0);
  if (given < 1) throw typeError(`${name} expected at least 1 argument, got ${given}`);
  if (given > 2) throw typeError(`${name} expected at most 2 arguments, got ${given}`);
  const parameters = new Map((kwnames ?? []).map((keyword, i) => [keyword, args[given + i]!]));
  let dialect = given > 1 ? args[1] : undefined;
  if (dialect === undefined && parameters.has('dialect')) {
    dialect = parameters.get('dialect');
    parameters.delete('dialect');
  }
  return [args[0]!, dialect, parameters];
}

const bindLimit = argumentBinder('field_size_limit', '($module, /, new_limit=None)');

export const csvModule = defineModule('_csv', {
  doc: CSV_DOC,
  hiddenTypes: [readerSpec, writerSpec],
  types: [dialects.dialectSpec],
  functions: {
    ...documentedFunctions(CSV_DOCS, {
      list_dialects: () => new PyList([...dialects.csvState().dialects.keys()]),
      unregister_dialect: (name: Value) => {
        if (dialects.csvState().dialects.delete(name) === undefined) throw dialects.csvError.error('unknown dialect');
      },
      get_dialect: (name: Value) => dialects.registeredDialect(name),
    }),
    reader: rawFunction(
      CSV_DOCS.reader[1],
      (args, kwnames) => {
        const [input, dialect, parameters] = splitArguments('reader', args, kwnames);
        return new PyReader(getIter(input), dialects.dialectFrom(dialect, parameters));
      },
      CSV_DOCS.reader[0],
    ),
    writer: rawFunction(
      CSV_DOCS.writer[1],
      (args, kwnames) => {
        const [output, dialect, parameters] = splitArguments('writer', args, kwnames);
        const made = dialects.dialectFrom(dialect, parameters);
        const write = getAttrOrUndefined(output, 'write');
        if (write === undefined || !isCallable(write)) throw typeError('argument 1 must have a "write" method');
        return new PyWriter(write, made);
      },
      CSV_DOCS.writer[0],
    ),
    register_dialect: rawFunction(
      CSV_DOCS.register_dialect[1],
      (args, kwnames) => {
        const [name, dialect, parameters] = splitArguments('register_dialect', args, kwnames);
        if (asText(name) === undefined) throw typeError('dialect name must be a string');
        dialects.csvState().dialects.set(name, dialects.dialectFrom(dialect, parameters));
        return None;
      },
      CSV_DOCS.register_dialect[0],
    ),
    field_size_limit: rawFunction(
      CSV_DOCS.field_size_limit[1],
      (args, kwnames) => {
        const limit = bindLimit(args, kwnames)[0] as Value | undefined;
        const state = dialects.csvState();
        const before = state.fieldLimit;
        if (limit !== undefined) {
          const number = asInt(limit);
          if (number === undefined) throw typeError('limit must be an integer');
          if (number > 9223372036854775807n || number < -9223372036854775808n) {
            throw overflowError('Python int too large to convert to C long');
          }
          state.fieldLimit = Number(number);
        }
        return before;
      },
      CSV_DOCS.field_size_limit[0],
    ),
  },
  constants: () => ({
    Reader: readerType,
    Writer: writerType,
    _dialects: dialects.csvState().dialects,
    QUOTE_MINIMAL: dialects.QUOTE_MINIMAL,
    QUOTE_ALL: dialects.QUOTE_ALL,
    QUOTE_NONNUMERIC: dialects.QUOTE_NONNUMERIC,
    QUOTE_NONE: dialects.QUOTE_NONE,
    QUOTE_STRINGS: dialects.QUOTE_STRINGS,
    QUOTE_NOTNULL: dialects.QUOTE_NOTNULL,
    Error: dialects.csvError.type(),
  }),
});
