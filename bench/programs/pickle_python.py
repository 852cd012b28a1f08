"""pickle's Pickler and Unpickler that are written in Python."""

import io
import pickle

GROUP = "language"
SIZE = 60


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(size):
    data = {
        "points": [Point(i, i * 0.5) for i in range(size)],
        "table": {str(i): (i, [i] * 3, None) for i in range(size)},
        "bytes": bytes(range(100)),
        "text": ["abc" * 5, "\u00fc", "x"] * 5,
        "large": [1 << k for k in range(0, 90, 9)],
        "set": frozenset(range(10)),
    }
    sizes = []
    for protocol in (2, 4):
        file = io.BytesIO()
        pickle._Pickler(file, protocol).dump(data)
        sizes.append(len(file.getvalue()))
        file.seek(0)
        back = pickle._Unpickler(file).load()
    return sizes[0], back["table"] == data["table"], sum(p.y for p in back["points"]), len(back["set"])
