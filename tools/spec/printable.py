"""Ranges of code points that `str.isprintable` of the running CPython accepts, as JSON: any version from 3.3 on."""
import json, sys, unicodedata

ranges = []
for point in range(0x80, 0x110000):
    if not chr(point).isprintable(): continue
    if ranges and ranges[-1][1] == point - 1: ranges[-1][1] = point
    else: ranges.append([point, point])
json.dump({"python": "%d.%d" % sys.version_info[:2], "unicode": unicodedata.unidata_version, "ranges": ranges}, sys.stdout)
