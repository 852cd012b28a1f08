export { binasciiModule } from './binascii.ts';
export { crc32 } from './checksums.ts';
