"""Makes the golden files of the running CPython: `python3.11 test/golden/make.py`, for each of 2.7 and 3.6 to 3.14.

Every source that the version understands is compiled to `test/golden/VERSION/NAME.pyc`, with a fixed time in its header,
and what the version's own `dis` prints of it goes to `NAME.txt`, `NAME.caches.txt` (3.11 on, with caches and offsets) and
`NAME.positions.txt` (3.14, with positions). Set PYTHONHASHSEED=0, so that sets of constants come in one order.
"""
from __future__ import print_function
import dis, io, marshal, os, py_compile, sys

FIRST_VERSION = {"common": (2, 7), "long": (2, 7), "modern": (3, 6), "match": (3, 10), "groups": (3, 12)}
TIME = 1500000000
here = os.path.dirname(os.path.abspath(__file__))
version = sys.version_info[:2]
folder = os.path.join(here, "%d.%d" % version)
if not os.path.isdir(folder):
    os.mkdir(folder)
os.chdir(os.path.join(here, "sources"))


def listing(code, **options):
    if version < (3,):
        out = sys.stdout = io.BytesIO()
        try:
            dis.dis(code)
        finally:
            sys.stdout = sys.__stdout__
        return out.getvalue()
    out = io.StringIO()
    dis.dis(code, file=out, **options)
    return out.getvalue().encode("utf-8")


def write(name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


for name, first in sorted(FIRST_VERSION.items()):
    if version < first:
        continue
    os.utime(name + ".py", (TIME, TIME))
    target = os.path.join(folder, name + ".pyc")
    py_compile.compile(name + ".py", target, doraise=True)
    with open(target, "rb") as file:
        data = file.read()
    code = marshal.loads(data[16 if version >= (3, 7) else 12 if version >= (3, 3) else 8:])
    write(name + ".txt", listing(code))
    if name == "long":  # long enough already
        continue
    if version >= (3, 13):
        write(name + ".caches.txt", listing(code, show_caches=True, show_offsets=True))
    elif version >= (3, 11):
        write(name + ".caches.txt", listing(code, show_caches=True))
    if version >= (3, 14):
        write(name + ".positions.txt", listing(code, show_positions=True))
