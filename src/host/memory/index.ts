/** A host in memory. */
export { createMemoryHost, MemoryHostExit, type MemoryHost, type MemoryHostOptions } from './host.ts';
