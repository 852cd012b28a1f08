"""pickle as a program uses it: `dumps` and `loads` with what the engine has for them."""

import pickle

GROUP = "library"
SIZE = 2000


def run(size):
    rows = [{"id": i, "name": "n%d" % i, "values": (i, i * 0.5, str(i)), "flags": [True, None, i % 3]} for i in range(size)]
    text = pickle.dumps(rows, protocol=4)
    back = pickle.loads(text)
    return back == rows, len(text)
