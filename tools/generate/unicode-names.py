"""Dumps the names of characters, their aliases and the named sequences; run in the oracle by unicode-names.mjs."""
import ctypes
import json
import unicodedata


def with_number(prefix, cp):
    return f"{prefix}-{cp:04X}"


names, numbered = [], []
for cp in range(0x110000):
    name = unicodedata.name(chr(cp), None)
    if name is None or name.startswith("HANGUL SYLLABLE "):
        continue
    prefix = name.rpartition("-")[0]
    if prefix and name == with_number(prefix, cp):
        if numbered and numbered[-1][0] == prefix and numbered[-1][2] == cp - 1:
            numbered[-1][2] = cp
        else:
            numbered.append([prefix, cp, cp])
    else:
        names.append((cp, name))

# Aliases and sequences stand under private code points that only the C interface shows.
pythonapi = ctypes.pythonapi
pythonapi.PyCapsule_GetPointer.restype = ctypes.c_void_p
pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
capsule = pythonapi.PyCapsule_GetPointer(unicodedata._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI")
getname_address = ctypes.cast(capsule, ctypes.POINTER(ctypes.c_void_p))[0]
getname = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(getname_address)
buffer = ctypes.create_string_buffer(512)
aliases = []
for cp in range(0xF0000, 0xF4000):
    if getname(cp, buffer, 512, 1):
        name = buffer.value.decode()
        aliases.append((name, [ord(c) for c in unicodedata.lookup(name)]))

result = json.dumps({"version": unicodedata.unidata_version, "names": names, "numbered": numbered, "aliases": aliases})
