/** CSV readers. @cpython Modules/_csv.c parse_process_char */
import {
  None,
  PyList,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  asText,
  call1,
  floatType,
  iterNext,
  makeBuiltinType,
  objectType,
  takePendingStop,
  textLength,
  textToHost,
  typeName,
  typeSpec,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { TextBuilder, codePointAt, textFromCodePoint } from '../../objects/str/index.ts';
import { READER_DOC } from './csv-docs.ts';
import {
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
  csvError,
  csvState,
  type DialectParameters,
  type PyDialect,
} from './dialect.ts';

type State =
  | 'START_RECORD'
  | 'START_FIELD'
  | 'ESCAPED_CHAR'
  | 'IN_FIELD'
  | 'IN_QUOTED_FIELD'
  | 'ESCAPE_IN_QUOTED_FIELD'
  | 'QUOTE_IN_QUOTED_FIELD'
  | 'EAT_CRNL'
  | 'AFTER_ESCAPED_CRNL';

/** Stands for the end of a line given by the iterator. */
const END_OF_LINE = -2;
const NEWLINE = 10;
const RETURN = 13;

export class PyReader extends PyObject {
  readonly input: Value;
  readonly dialect: PyDialect;
  lineNumber = 0;
  state: State = 'START_RECORD';
  fields: Value[] = [];
  field = new TextBuilder();
  fieldLength = 0;
  isUnquoted = false;
  constructor(input: Value, dialect: PyDialect) {
    super();
    this.input = input;
    this.dialect = dialect;
  }
}
export const readerType = makeBuiltinType('_csv.reader', objectType, PyReader, Py_TPFLAGS_DISALLOW_INSTANTIATION);

function addCharacter(reader: PyReader, char: number): void {
  const limit = csvState().fieldLimit;
  if (reader.fieldLength >= limit) throw csvError.error(`field larger than field limit (${limit})`);
  reader.field.addCodePoint(char);
  reader.fieldLength++;
}

function saveField(reader: PyReader): void {
  const { quoting } = reader.dialect.parameters;
  const text: Text = reader.field.finish();
  const isEmpty = reader.fieldLength === 0;
  reader.field = new TextBuilder();
  reader.fieldLength = 0;
  let value: Value = text;
  if (reader.isUnquoted) {
    if (isEmpty && (quoting === QUOTE_NOTNULL || quoting === QUOTE_STRINGS)) value = None;
    else if (!isEmpty && (quoting === QUOTE_NONNUMERIC || quoting === QUOTE_STRINGS)) value = call1(floatType, text);
  }
  reader.fields.push(value);
}

function isLineEnd(char: number): boolean {
  return char === NEWLINE || char === RETURN || char === END_OF_LINE;
}

/** Saves the field at the end of a line. */
function endLine(reader: PyReader, char: number): void {
  saveField(reader);
  reader.state = char === END_OF_LINE ? 'START_RECORD' : 'EAT_CRNL';
}

function startField(reader: PyReader, dialect: DialectParameters, char: number): void {
  reader.isUnquoted = true;
  if (isLineEnd(char)) endLine(reader, char);
  else if (char === dialect.quotechar && dialect.quoting !== QUOTE_NONE) {
    reader.isUnquoted = false;
    reader.state = 'IN_QUOTED_FIELD';
  } else if (char === dialect.escapechar) reader.state = 'ESCAPED_CHAR';
  else if (char === 32 && dialect.skipinitialspace) return;
  else if (char === dialect.delimiter) saveField(reader);
  else {
    addCharacter(reader, char);
    reader.state = 'IN_FIELD';
  }
}

function inField(reader: PyReader, dialect: DialectParameters, char: number): void {
  if (isLineEnd(char)) endLine(reader, char);
  else if (char === dialect.escapechar) reader.state = 'ESCAPED_CHAR';
  else if (char === dialect.delimiter) {
    saveField(reader);
    reader.state = 'START_FIELD';
  } else addCharacter(reader, char);
}

/** Takes one character, or the end of a line. */
function processCharacter(reader: PyReader, char: number): void {
  const dialect = reader.dialect.parameters;
  switch (reader.state) {
    case 'START_RECORD':
      if (char === END_OF_LINE) return;
      if (char === NEWLINE || char === RETURN) {
        reader.state = 'EAT_CRNL';
        return;
      }
      reader.state = 'START_FIELD';
      startField(reader, dialect, char);
      return;
    case 'START_FIELD':
      startField(reader, dialect, char);
      return;
    case 'ESCAPED_CHAR':
      if (char === NEWLINE || char === RETURN) {
        addCharacter(reader, char);
        reader.state = 'AFTER_ESCAPED_CRNL';
        return;
      }
      addCharacter(reader, char === END_OF_LINE ? NEWLINE : char);
      reader.state = 'IN_FIELD';
      return;
    case 'AFTER_ESCAPED_CRNL':
      if (char !== END_OF_LINE) inField(reader, dialect, char);
      return;
    case 'IN_FIELD':
      inField(reader, dialect, char);
      return;
    case 'IN_QUOTED_FIELD':
      if (char === END_OF_LINE) return;
      if (char === dialect.escapechar) reader.state = 'ESCAPE_IN_QUOTED_FIELD';
      else if (char === dialect.quotechar && dialect.quoting !== QUOTE_NONE) {
        reader.state = dialect.doublequote ? 'QUOTE_IN_QUOTED_FIELD' : 'IN_FIELD';
      } else addCharacter(reader, char);
      return;
    case 'ESCAPE_IN_QUOTED_FIELD':
      addCharacter(reader, char === END_OF_LINE ? NEWLINE : char);
      reader.state = 'IN_QUOTED_FIELD';
      return;
    case 'QUOTE_IN_QUOTED_FIELD':
      if (dialect.quoting !== QUOTE_NONE && char === dialect.quotechar) {
        addCharacter(reader, char);
        reader.state = 'IN_QUOTED_FIELD';
      } else if (char === dialect.delimiter) {
        saveField(reader);
        reader.state = 'START_FIELD';
      } else if (isLineEnd(char)) endLine(reader, char);
      else if (!dialect.strict) {
        addCharacter(reader, char);
        reader.state = 'IN_FIELD';
      } else {
        const name = (code: number): string => textToHost(textFromCodePoint(code));
        throw csvError.error(`'${name(dialect.delimiter)}' expected after '${name(dialect.quotechar)}'`);
      }
      return;
    case 'EAT_CRNL':
      if (char === NEWLINE || char === RETURN) return;
      if (char === END_OF_LINE) reader.state = 'START_RECORD';
      else {
        throw csvError.error(
          "new-line character seen in unquoted field - do you need to open the file with newline=''?",
        );
      }
  }
}

/** The state as it is now, whatever was assigned last where the compiler could see it. */
function stateOf(reader: PyReader): State {
  return reader.state;
}

function nextRecord(self: Value): Value | undefined {
  const reader = self as PyReader;
  reader.fields = [];
  reader.field = new TextBuilder();
  reader.fieldLength = 0;
  reader.state = 'START_RECORD';
  reader.isUnquoted = false;
  do {
    const line = iterNext(reader.input);
    if (line === undefined) {
      if (reader.fieldLength !== 0 || stateOf(reader) === 'IN_QUOTED_FIELD') {
        takePendingStop();
        if (reader.dialect.parameters.strict) throw csvError.error('unexpected end of data');
        saveField(reader);
        break;
      }
      return undefined;
    }
    const text = asText(line);
    if (text === undefined) {
      throw csvError.error(
        `iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`,
      );
    }
    reader.lineNumber++;
    for (let i = 0, length = textLength(text); i < length; i++) processCharacter(reader, codePointAt(text, i));
    processCharacter(reader, END_OF_LINE);
  } while (stateOf(reader) !== 'START_RECORD');
  return new PyList(reader.fields);
}

export const readerSpec = typeSpec(readerType, {
  doc: READER_DOC,
  slots: { tp_iter: (self) => self, tp_iternext: nextRecord },
  members: {
    dialect: { get: (self) => (self as PyReader).dialect },
    line_num: { get: (self) => (self as PyReader).lineNumber },
  },
});
