/** What the modules of hashes share. The only door to this folder. */
export * from './hash-object.ts';
