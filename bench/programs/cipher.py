"""Bit operations on ints and bytes: checksums, a generator of pseudo-random numbers, a Feistel cipher."""

GROUP = "language"
SIZE = 4000


def crc_table():
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ 0xEDB88320 if value & 1 else value >> 1
        table.append(value)
    return table


TABLE = crc_table()


def crc(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def xorshift(n):
    x = 2463534242
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        yield x & 0xFF


def encipher(left, right, keys):
    for key in keys:
        mixed = ((right << 4 ^ right >> 5) + right ^ key) & 0xFFFFFFFF
        left, right = right, left ^ mixed
    return right, left


def run(size):
    data = bytes(xorshift(size))
    out = bytearray(len(data))
    for i in range(0, len(data) - 7, 8):
        left = int.from_bytes(data[i : i + 4], "big")
        right = int.from_bytes(data[i + 4 : i + 8], "big")
        left, right = encipher(left, right, range(11, 200, 23))
        out[i : i + 8] = left.to_bytes(4, "big") + right.to_bytes(4, "big")
    return crc(data), adler(out), crc(out)
