/** Interpreter state and what native modules need of it. The only door to this folder. */
export * from './config.ts';
export * from './interpreter.ts';
export * from './postponed-start.ts';
export * from './host-errors.ts';
export * from './scheduler.ts';
