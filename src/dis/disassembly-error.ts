/** Bytecode or constants that cannot be shown. */
export class DisassemblyError extends Error {
  override name = 'DisassemblyError';
  /** Offset of the instruction into its `co_code`; -1 where the text as a whole is at fault. */
  readonly offset: number;
  constructor(message: string, offset = -1) {
    super(message);
    this.offset = offset;
  }
}
