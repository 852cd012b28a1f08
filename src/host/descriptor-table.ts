/**
 * File descriptors as POSIX has them, over whatever a host calls an open file.
 *
 * JavaScript hosts cannot duplicate descriptors nor seek in them, so the table holds the open file and its position:
 * `dup` shares an entry, `close` ends the file with its last descriptor, and the lowest free number is given out first.
 */
import { HostError } from './contract.ts';

/** An open file; several descriptors may share it. */
export interface OpenFile {
  /** Called once, when the last descriptor is closed. */
  close(): void;
}

interface Shared<F> {
  readonly file: F;
  descriptors: number;
}

/** The descriptors of one process. */
export class DescriptorTable<F extends OpenFile> {
  private readonly entries: (Shared<F> | undefined)[] = [];
  private readonly badDescriptor: () => HostError;

  constructor(badDescriptor: () => HostError = () => new HostError('EBADF')) {
    this.badDescriptor = badDescriptor;
  }

  /** Gives `file` the lowest free number. */
  add(file: F): number {
    let fd = 0;
    while (this.entries[fd] !== undefined) fd++;
    this.entries[fd] = { file, descriptors: 1 };
    return fd;
  }

  /** @throws HostError EBADF */
  get(fd: number): F {
    const entry = this.entries[fd];
    if (entry === undefined) throw this.badDescriptor();
    return entry.file;
  }

  /** @throws HostError EBADF */
  close(fd: number): void {
    const entry = this.entries[fd];
    if (entry === undefined) throw this.badDescriptor();
    this.entries[fd] = undefined;
    if (--entry.descriptors === 0) entry.file.close();
  }

  /** `dup`, or `dup2` with a target. @throws HostError EBADF */
  dup(fd: number, target?: number): number {
    const entry = this.entries[fd];
    if (entry === undefined || (target !== undefined && (target < 0 || target > 65535))) throw this.badDescriptor();
    if (target === fd) return fd;
    let number = target ?? 0;
    if (target === undefined) while (this.entries[number] !== undefined) number++;
    else if (this.entries[number] !== undefined) this.close(number);
    // The array stays dense, so that a high target does not turn it into a dictionary.
    while (this.entries.length < number) this.entries.push(undefined);
    this.entries[number] = entry;
    entry.descriptors++;
    return number;
  }
}
