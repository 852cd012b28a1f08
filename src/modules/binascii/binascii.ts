/** Module `binascii`. @cpython Modules/binascii.c */
import { bufferBytes, type Value } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { binasciiError, binasciiIncomplete } from './ascii-buffer.ts';
import { a2bBase64, a2bUu, b2aBase64, b2aUu } from './base64.ts';
import { crc32, crcHqx, unsigned32 } from './checksums.ts';
import { a2bHex, b2aHex } from './hexadecimal.ts';
import { a2bQp, b2aQp } from './quoted-printable.ts';
import { BINASCII_DOC, BINASCII_DOCS } from './docs.ts';

export const binasciiModule = defineModule('binascii', {
  doc: BINASCII_DOC,
  functions: documentedFunctions(BINASCII_DOCS, {
    a2b_base64: a2bBase64,
    a2b_hex: a2bHex,
    a2b_qp: a2bQp,
    a2b_uu: a2bUu,
    b2a_base64: b2aBase64,
    b2a_hex: b2aHex,
    b2a_qp: b2aQp,
    b2a_uu: b2aUu,
    crc32: (data: Value, crc: Value | undefined) => crc32(bufferBytes(data), crc === undefined ? 0 : unsigned32(crc)),
    crc_hqx: crcHqx,
    hexlify: b2aHex,
    unhexlify: a2bHex,
  }),
  constants: () => ({ Error: binasciiError.type(), Incomplete: binasciiIncomplete.type() }),
});
