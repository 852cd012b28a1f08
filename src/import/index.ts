/** The import system: frozen modules and bringing up importlib. The only door to this folder. */
export * from './boot.ts';
export * from './frozen.ts';
export * from './site-effects.ts';
