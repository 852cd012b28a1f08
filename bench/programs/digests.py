"""hashlib, hmac, zlib's checksums, base64 and hexadecimal text."""

import base64
import binascii
import hashlib
import hmac

GROUP = "library"
SIZE = 500


def run(size):
    data = bytes(i * 7 % 256 for i in range(1000))
    out = []
    for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
        digest = hashlib.new(name)
        for _ in range(size // 5):
            digest.update(data)
        out.append(digest.hexdigest()[:8])
    key = b"key"
    for i in range(size):
        key = hmac.new(key, b"message %d" % i, hashlib.sha256).digest()
    encoded = base64.b64encode(data * (size // 10))
    decoded = base64.b64decode(encoded)
    crc = 0
    for _ in range(size):
        crc = binascii.crc32(data, crc)
    return out, key.hex()[:16], len(decoded), binascii.hexlify(data[:4]).decode(), crc
