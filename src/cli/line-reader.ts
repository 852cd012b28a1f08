/**
 * Reads lines for the interactive interpreter: with editing and history on a terminal, plainly elsewhere.
 *
 * The terminal's own line editing is used; the arrow keys' history is kept here while the terminal is in raw mode.
 */
import { TextDecoder } from 'node:util';
import type { Host } from '../host/contract.ts';
import { excTypes, newException } from '../objects/core/index.ts';

const NEWLINE = 10;
const HISTORY_LIMIT = 1000;

export class LineReader {
  private readonly host: Host;
  private readonly isTerminal: boolean;
  private rest: Uint8Array = new Uint8Array(0);
  private readonly history: string[] = [];
  /** Keys that came in one read with the end of a line. */
  private keys: string[] = [];
  private readonly decoder = new TextDecoder();
  constructor(host: Host) {
    this.host = host;
    this.isTerminal = host.fs.isatty(0) && host.fs.isatty(1);
  }

  /** The next line with its newline, or null at the end of input. @throws KeyboardInterrupt */
  read(prompt: string): string | null {
    return this.isTerminal ? this.readEdited(prompt) : this.readPlain(prompt);
  }

  private write(text: string): void {
    this.host.fs.write(1, new TextEncoder().encode(text));
  }

  private readBytes(): Uint8Array {
    const block = new Uint8Array(4096);
    const got = this.host.fs.read(0, block, 0, block.length);
    return block.subarray(0, got);
  }

  private readPlain(prompt: string): string | null {
    // As CPython's own reader does where no terminal is.
    this.host.fs.write(2, new TextEncoder().encode(prompt));
    for (;;) {
      const newline = this.rest.indexOf(NEWLINE);
      if (newline >= 0) {
        const line = this.rest.subarray(0, newline + 1);
        this.rest = this.rest.slice(newline + 1);
        return new TextDecoder().decode(line);
      }
      const bytes = this.readBytes();
      if (bytes.length === 0) {
        if (this.rest.length === 0) return null;
        const line = new TextDecoder().decode(this.rest);
        this.rest = new Uint8Array(0);
        return `${line}\n`;
      }
      const joined = new Uint8Array(this.rest.length + bytes.length);
      joined.set(this.rest);
      joined.set(bytes, this.rest.length);
      this.rest = joined;
    }
  }

  /** The next key, or null at the end of input. */
  private nextKey(): string | null {
    while (this.keys.length === 0) {
      const bytes = this.readBytes();
      if (bytes.length === 0) return null;
      const text = this.decoder.decode(bytes, { stream: true });
      this.keys = text.match(/\u001b\[[0-9;]*[A-Za-z~]|\u001bO[A-Z]|\r\n|[^]/gu) ?? [];
    }
    return this.keys.shift()!;
  }

  private readEdited(prompt: string): string | null {
    setRawMode(true);
    try {
      const line = new LineEditor(prompt, this.history, (text) => this.write(text)).run(
        () => this.nextKey(),
        () => this.keys.length > 0,
      );
      if (line !== null && line.trim() !== '' && this.history.at(-1) !== line) {
        this.history.push(line);
        if (this.history.length > HISTORY_LIMIT) this.history.shift();
      }
      return line === null ? null : `${line}\n`;
    } finally {
      setRawMode(false);
    }
  }
}

/** Switches the terminal between characters as they come and whole lines. */
function setRawMode(isRaw: boolean): void {
  const modes = isRaw ? ['-icanon', '-echo', '-isig', 'min', '1'] : ['icanon', 'echo', 'isig'];
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  execFileSync('stty', modes, { stdio: ['inherit', 'ignore', 'ignore'] });
}

/** One line being edited. */
class LineEditor {
  private readonly prompt: string;
  private readonly history: readonly string[];
  private readonly write: (text: string) => void;
  private chars: string[] = [];
  private cursor = 0;
  private historyAt: number;
  private draft: string[] = [];
  constructor(prompt: string, history: readonly string[], write: (text: string) => void) {
    this.prompt = prompt;
    this.history = history;
    this.write = write;
    this.historyAt = history.length;
  }

  /** @throws KeyboardInterrupt on Ctrl-C */
  run(nextKey: () => string | null, hasMore: () => boolean): string | null {
    this.redraw();
    for (;;) {
      const key = nextKey();
      if (key === null) return null;
      const result = this.press(key);
      if (result !== undefined) return result;
      if (!hasMore()) this.redraw();
    }
  }

  /** @returns the line when it is done, null at the end of input */
  private press(key: string): string | null | undefined {
    switch (key) {
      case '\r':
      case '\n':
      case '\r\n':
        this.cursor = this.chars.length;
        this.redraw();
        this.write('\r\n');
        return this.chars.join('');
      case '\u0003':
        this.write('\r\n');
        throw newException(excTypes.KeyboardInterrupt);
      case '\u0004':
        if (this.chars.length === 0) return null;
        this.chars.splice(this.cursor, 1);
        return undefined;
      case '\u007f':
      case '\b':
        if (this.cursor > 0) this.chars.splice(--this.cursor, 1);
        return undefined;
      case '\u0001':
      case '\u001b[H':
      case '\u001bOH':
        this.cursor = 0;
        return undefined;
      case '\u0005':
      case '\u001b[F':
      case '\u001bOF':
        this.cursor = this.chars.length;
        return undefined;
      case '\u000b':
        this.chars.length = this.cursor;
        return undefined;
      case '\u0015':
        this.chars.splice(0, this.cursor);
        this.cursor = 0;
        return undefined;
      case '\u001b[D':
      case '\u0002':
        this.cursor = Math.max(0, this.cursor - 1);
        return undefined;
      case '\u001b[C':
      case '\u0006':
        this.cursor = Math.min(this.chars.length, this.cursor + 1);
        return undefined;
      case '\u001b[3~':
        this.chars.splice(this.cursor, 1);
        return undefined;
      case '\u001b[A':
      case '\u0010':
        this.recall(-1);
        return undefined;
      case '\u001b[B':
      case '\u000e':
        this.recall(1);
        return undefined;
      case '\t':
        this.insert('    ');
        return undefined;
      default:
        if (key >= ' ') this.insert(key);
        return undefined;
    }
  }

  private insert(text: string): void {
    const chars = [...text];
    this.chars.splice(this.cursor, 0, ...chars);
    this.cursor += chars.length;
  }

  private recall(step: number): void {
    const target = this.historyAt + step;
    if (target < 0 || target > this.history.length) return;
    if (this.historyAt === this.history.length) this.draft = this.chars;
    this.historyAt = target;
    this.chars = target === this.history.length ? this.draft : [...this.history[target]!];
    this.cursor = this.chars.length;
  }

  private redraw(): void {
    const back = this.chars.length - this.cursor;
    this.write(`\r\u001b[K${this.prompt}${this.chars.join('')}${back > 0 ? `\u001b[${back}D` : ''}`);
  }
}
