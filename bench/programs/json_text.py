"""json: encoding and decoding of nested documents."""

import json

GROUP = "library"
SIZE = 500


def document(n):
    return [
        {
            "id": i,
            "name": "name %d \u00e9\n\"quoted\"" % i,
            "values": [i, i * 0.25, -i, None, True],
            "nested": {"a": {"b": {"c": [str(i)] * 3}}, "empty": {}, "list": []},
        }
        for i in range(n)
    ]


def run(size):
    data = document(size)
    compact = json.dumps(data)
    pretty = json.dumps(data[: size // 8], indent=2, sort_keys=True)
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    back = json.loads(compact)
    again = json.loads(pretty)
    return len(compact), len(pretty), len(plain), back == data, again == data[: size // 8]
