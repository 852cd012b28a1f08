"""What the code cache for programs with imports is made from: the modules that programs import most, and a little use."""

import argparse
import collections
import dataclasses
import datetime
import functools
import json
import math
import os
import pathlib
import random
import re
import sys

re.compile("(a+)b|[c-f]*").match("aab").group(1)
json.loads(json.dumps({"a": [1, 2.5, None, "text"]}))
sorted(collections.Counter("abca").items())


@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.5


@functools.cache
def double(n):
    return [2 * i for i in range(n)]


print(Point(1), double(3), f"{math.pi:.3f}", random.random() < 1, os.path.join("a", "b"))
print(pathlib.Path("a") / "b", datetime.date(2024, 1, 2), len(sys.argv), argparse.ArgumentParser)
