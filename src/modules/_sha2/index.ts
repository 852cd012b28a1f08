export { sha2Module } from './sha2.ts';
