export { sha1Module } from './sha1.ts';
