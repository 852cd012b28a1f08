/** CSV writers. @cpython Modules/_csv.c join_append, csv_writerow */
import {
  None,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  asText,
  call1,
  excTypes,
  getIter,
  iterate,
  makeBuiltinType,
  matches,
  objectType,
  strText,
  textLength,
  typeName,
  typeOf,
  typeSpec,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods } from '../../objects/int/documented.ts';
import { TextBuilder, codePointAt, codePointsOf } from '../../objects/str/index.ts';
import { WRITER_DOC, WRITER_DOCS } from './csv-docs.ts';
import {
  NOT_SET,
  QUOTE_ALL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
  csvError,
  type PyDialect,
} from './dialect.ts';

export class PyWriter extends PyObject {
  readonly write: Value;
  readonly dialect: PyDialect;
  constructor(write: Value, dialect: PyDialect) {
    super();
    this.write = write;
    this.dialect = dialect;
  }
}
export const writerType = makeBuiltinType('_csv.writer', objectType, PyWriter, Py_TPFLAGS_DISALLOW_INSTANTIATION);

function isNumber(value: Value): boolean {
  const type = typeOf(value);
  return type.nb_index !== undefined || type.nb_int !== undefined || type.nb_float !== undefined;
}

function isQuoted(quoting: number, field: Value): boolean {
  switch (quoting) {
    case QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTE_ALL:
      return true;
    case QUOTE_STRINGS:
      return asText(field) !== undefined;
    case QUOTE_NOTNULL:
      return field !== None;
    default:
      return false;
  }
}

/** A record as it is built. */
class Record {
  private readonly dialect: PyDialect;
  private readonly result = new TextBuilder();
  private readonly terminator: Uint32Array;
  private length = 0;
  private fieldCount = 0;
  private isLastNull = false;
  constructor(dialect: PyDialect) {
    this.dialect = dialect;
    this.terminator = codePointsOf(dialect.parameters.lineterminator);
  }

  addField(field: Value): void {
    const text = field === None ? null : (asText(field) ?? strText(field));
    this.append(text, isQuoted(this.dialect.parameters.quoting, field));
    this.isLastNull = field === None;
  }

  private append(text: Text | null, quoted: boolean): void {
    const { delimiter, quotechar, escapechar, quoting, doublequote, skipinitialspace } = this.dialect.parameters;
    const body = new TextBuilder();
    let length = 0;
    let needsQuotes = quoted;
    // A field that begins with nothing cannot be told from skipped space.
    if ((text === null || textLength(text) === 0) && delimiter === 32 && skipinitialspace) {
      if (quoting === QUOTE_NONE || (text === null && (quoting === QUOTE_STRINGS || quoting === QUOTE_NOTNULL))) {
        throw csvError.error('empty field must be quoted if delimiter is a space and skipinitialspace is true');
      }
      needsQuotes = true;
    }
    for (let i = 0, end = text === null ? 0 : textLength(text); i < end; i++) {
      const char = codePointAt(text!, i);
      if (
        char === delimiter ||
        char === escapechar ||
        char === quotechar ||
        char === 10 ||
        char === 13 ||
        this.terminator.includes(char)
      ) {
        let isEscaped = false;
        if (quoting === QUOTE_NONE) isEscaped = true;
        else {
          if (char === quotechar) {
            if (doublequote) {
              body.addCodePoint(quotechar);
              length++;
            } else isEscaped = true;
          } else if (char === escapechar) isEscaped = true;
          if (!isEscaped) needsQuotes = true;
        }
        if (isEscaped) {
          if (escapechar === NOT_SET) throw csvError.error('need to escape, but no escapechar set');
          body.addCodePoint(escapechar);
          length++;
        }
      }
      body.addCodePoint(char);
      length++;
    }
    if (this.fieldCount > 0) {
      this.result.addCodePoint(delimiter);
      this.length++;
    }
    if (needsQuotes) {
      this.result.addCodePoint(quotechar);
      length += 2;
    }
    this.result.addText(body.finish());
    if (needsQuotes) this.result.addCodePoint(quotechar);
    this.length += length;
    this.fieldCount++;
  }

  finish(): Text {
    const { quoting, lineterminator } = this.dialect.parameters;
    if (this.fieldCount > 0 && this.length === 0) {
      if (quoting === QUOTE_NONE || (this.isLastNull && (quoting === QUOTE_STRINGS || quoting === QUOTE_NOTNULL))) {
        throw csvError.error('single empty field record must be quoted');
      }
      this.fieldCount--;
      this.append(null, true);
    }
    this.result.addText(lineterminator);
    return this.result.finish();
  }
}

function writeRow(self: PyWriter, row: Value): Value {
  let iterator: Value;
  try {
    iterator = getIter(row);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw csvError.error(`iterable expected, not ${typeName(row)}`);
    throw error;
  }
  const record = new Record(self.dialect);
  for (const field of iterate(iterator)) record.addField(field);
  return call1(self.write, record.finish());
}

export const writerSpec = typeSpec(writerType, {
  doc: WRITER_DOC,
  methods: documentedMethods(WRITER_DOCS, {
    writerow: writeRow,
    writerows: (self: PyWriter, rows: Value) => {
      for (const row of iterate(rows)) writeRow(self, row);
    },
  }),
  members: { dialect: { get: (self) => (self as PyWriter).dialect } },
});
