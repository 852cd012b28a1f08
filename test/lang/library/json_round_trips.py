"""json: encoding options, decoding hooks, errors with positions, own encoders, odd numbers."""
import json
from collections import OrderedDict, namedtuple
from decimal import Decimal
from enum import Enum, IntEnum


class Color(IntEnum):
    RED = 1


Point = namedtuple('Point', 'x y')
value = {'a': [1, 2.5, -0.0, 1e100, True, None], 'ä': 'ünï\u2028 \U0001f40d "q" \\ / \b\f\n\r\t\x01', 'p': Point(1, 2), 'c': Color.RED, 1: 'int', 2.5: 'float', None: 'none', True: 'shadows 1'}
text = json.dumps(value)
print(text)
print(json.loads(text) == json.loads(json.dumps(json.loads(text))))
print(json.dumps(value, ensure_ascii=False, sort_keys=False, indent=2))
print(json.dumps({'b': 1, 'a': {'d': [], 'c': {}}}, sort_keys=True, indent='\t', separators=(',', ': ')))
print(json.dumps([1, [2, [3]]], separators=(',', ':')), json.dumps('x', indent=4), json.dumps([]), json.dumps({}, indent=1))
print(json.loads(' [1, 2.0, 1e3, -5, "\\u00e4\\ud83d\\udc0d", true, false, null, 123456789012345678901234567890] '))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=Decimal, parse_int=str))
print(json.loads('{"x": {"y": 1}}', object_hook=lambda d: OrderedDict(d)), json.loads(b'\xef\xbb\xbf[1]') if False else json.loads('"\xe4"'.encode('utf-16')))
print(json.loads('[NaN, Infinity, -Infinity]'), json.dumps([float('nan'), float('inf')]), json.loads('[NaN]', parse_constant=lambda c: f'<{c}>'))
for bad in ('', '[1,]', '{"a" 1}', '{a: 1}', '[1 2]', '"abc', '"\t"', '"\\x"', '"\\u12"', 'nul', '01', '1.', '[1', '{"a":', '{"a": 1,}', '[]]', "{'a': 1}", '-', '\n\n  x'):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(repr(bad), '->', error, error.lineno, error.colno, error.pos)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, Enum):
            return o.name
        return super().default(o)


print(json.dumps({'s': {3, 1, 2}}, cls=Encoder), ''.join(Encoder(indent=1).iterencode([{1}, 'x'])))
for bad in (lambda: json.dumps(object()), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps({1j: 2}, skipkeys=True), lambda: json.dumps(b'x')):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(' at 0x')[0], getattr(error, '__notes__', ''))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] rest'), json.dumps([[[[1]]]] * 2), json.dumps('\ud800'))
