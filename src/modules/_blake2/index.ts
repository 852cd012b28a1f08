export { blake2Module } from './blake2-module.ts';
