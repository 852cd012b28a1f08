export { md5Module } from './md5.ts';
