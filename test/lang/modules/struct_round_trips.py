"""struct: every code there and back, Struct objects, buffers."""
import _random
import struct

random = _random.Random(31)


def below(n):
    return random.getrandbits(32) % n


for order in '<>=!':
    for code, size in (('b', 1), ('B', 1), ('h', 2), ('H', 2), ('i', 4), ('I', 4), ('l', 4), ('L', 4), ('q', 8), ('Q', 8)):
        signed = code.islower()
        bits = size * 8
        values = [0, 1, 2 ** (bits - 1) - 1, 5] + ([-1, -2 ** (bits - 1)] if signed else [2 ** bits - 1])
        packed = struct.pack(f'{order}{len(values)}{code}', *values)
        print(order + code, packed.hex(), struct.unpack(f'{order}{len(values)}{code}', packed) == tuple(values))
floats = [0.0, -0.0, 1.5, -2.25, 65504.0, 6e-8, 1e-5, float('inf'), float('-inf'), 0.1, 2049.0, 1 / 3]
for code in 'efd':
    for x in floats:
        packed = struct.pack('>' + code, x)
        print(code, x, packed.hex(), struct.unpack('>' + code, packed)[0], end='; ')
    print(struct.unpack('>' + code, struct.pack('>' + code, float('nan'))))
print([struct.unpack('<e', i.to_bytes(2, 'little'))[0] for i in (0, 1, 0x3ff, 0x400, 0x3c00, 0x3c01, 0x7bff, 0x7c00, 0xfc00, 0x8001)])
for _ in range(60):
    codes = ''.join('bBhHiIqQsp?cx'[below(13)] for _ in range(below(6)))
    print(codes, struct.calcsize('<' + codes), struct.calcsize('@' + codes.replace('q', 'i').replace('Q', 'I')), end='; ')
print()
s = struct.Struct('<i2sx?')
buffer = bytearray(20)
s.pack_into(buffer, 3, -5, b'hello', 'true')
s.pack_into(buffer, -8, 7, b'', 0)
print(buffer, s.unpack_from(buffer, 3), s.unpack_from(buffer, -8), s.unpack_from(memoryview(buffer)[3:]), s.size, s.format)
print(list(s.iter_unpack(bytes(16))), list(struct.iter_unpack('>H', memoryview(b'abcdef'))), struct.unpack('<3s0s', b'abc'))


class Header(struct.Struct):
    def __init__(self):
        super().__init__('>HH')
        self.note = 'mine'


h = Header()
print(h.pack(1, 2), h.note, h.unpack(b'\1\2\3\4'), isinstance(h, struct.Struct), repr(h))
print(struct.pack('<F', 1 + 2j).hex(), struct.unpack('<D', struct.pack('<D', -1j)), issubclass(struct.error, Exception), struct.error)
