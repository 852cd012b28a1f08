"""struct, array, bytes and memoryview: binary records written and read."""

import array
import struct

GROUP = "library"
SIZE = 4000

HEADER = struct.Struct("<4sHHIq")
RECORD = struct.Struct(">Bhd5s")


def run(size):
    parts = [HEADER.pack(b"TEST", 1, size & 0xFFFF, size * 3, -size)]
    for i in range(size):
        parts.append(RECORD.pack(i & 255, i - 250, i * 0.5, b"ab%d" % (i % 100)))
    data = b"".join(parts)
    total = sum(HEADER.unpack_from(data)[1:])
    for small, signed, real, name in RECORD.iter_unpack(data[HEADER.size :]):
        total += small + signed + real + len(name.rstrip(b"\0"))
    words = array.array("I", range(size))
    words.extend(words[:10])
    view = memoryview(words.tobytes())
    back = struct.unpack("<%dI" % len(words), view)
    buffer = bytearray(size * 4)
    for i in range(size):
        struct.pack_into("<i", buffer, i * 4, i * 17 - 3)
    return total, sum(back), sum(struct.unpack_from("<10i", buffer, 40)), data.count(b"ab"), len(data)
