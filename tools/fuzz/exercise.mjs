// Takes a file through everything that the library does with one.

/** Longest that one file may take, in milliseconds. */
export const TIME_LIMIT = 1000;

/**
 * Reads a file, and shows and compares what came out.
 *
 * @returns the name of the error that it ended in, or `read`
 * @throws what is not a typed error with an offset
 */
export function exercise(library, bytes, original) {
  const { CodeObject, DisassemblyError, MarshalError, PycError } = library;
  try {
    library.identificationText(library.identifyFile(bytes, 'm.cpython-314.pyc'));
    const { code, header } = library.readPyc(bytes);
    library.disassemble(code, { depth: Infinity, showCaches: true, showOffsets: true });
    if (header.python.minor >= 13) library.disassemble(code, { showPositions: true });
    const constants = new library.ConstantText(library.pythonOf(code));
    for (const { code: nested } of library.walkCodes(code)) library.codeData(nested, constants);
    if (original !== undefined) library.diffText(library.diff(original, code));
    if (code instanceof CodeObject) library.writePyc(code, header.validation);
    return 'read';
  } catch (error) {
    const isTyped = error instanceof MarshalError || error instanceof PycError || error instanceof DisassemblyError;
    if (!isTyped || typeof error.offset !== 'number') throw error;
    if (!(error instanceof DisassemblyError) && (error.offset < 0 || error.offset > bytes.length)) throw error;
    return error.name;
  }
}
