export { sha3Module } from './sha3.ts';
