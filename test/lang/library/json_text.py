# json: encoding, decoding, errors, hooks.
import json, math, collections, enum

def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        print(type(e).__name__, e)
    else:
        print(repr(r))

d = {'a': [1, 2.5, True, None, 'é\n"\\\u2028😀'], 'b': {'c': []}, 1: 2, None: 3, True: 4, 1.5: 6}
attempt(json.dumps, d)
attempt(json.dumps, d, ensure_ascii=False)
attempt(json.dumps, d, indent=2)
attempt(json.dumps, {'b': 1, 'a': 2}, sort_keys=True, indent='\t', separators=(',', ':'))
attempt(json.dumps, [], indent=2)
attempt(json.dumps, {}, indent=1)
attempt(json.dumps, [[], {}], indent=1)
attempt(json.dumps, float('nan'))
attempt(json.dumps, float('inf'), allow_nan=False)
attempt(json.dumps, object())
attempt(json.dumps, {(1, 2): 3})
attempt(json.dumps, {(1, 2): 3}, skipkeys=True)
attempt(json.dumps, {1, 2})
attempt(json.dumps, {1, 2}, default=list)
attempt(json.dumps, 1e+100)
attempt(json.dumps, -0.0)
attempt(json.dumps, 10 ** 30)
a = []
a.append(a)
attempt(json.dumps, a)
a = {}
a['x'] = a
attempt(json.dumps, a, indent=1)
for s in [
    '',
    '[',
    '[1',
    '[1,',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '[1,]',
    'tru',
    'nul',
    '"abc',
    '"a\nb"',
    '"\\x"',
    '"\\u12"',
    '1 2',
    '{1:2}',
    '[1 2]',
    '01',
    '-',
    '1.',
    '1e',
    'NaN',
    'Infinity',
    '-Infinity',
    '"\\ud83d\\ude00"',
    '"\\ud83d"',
    ' [1 , 2 ] ',
    '\ufeff[]',
    '1.0',
    '1E5',
    '-0',
    '123456789012345678901234567890',
    '"\t"',
    "'a'",
]:
    attempt(json.loads, s)
attempt(json.loads, b'[1,"\xc3\xa9"]')
attempt(json.loads, '[1]'.encode('utf-16'))
attempt(json.loads, 3)
attempt(json.loads, '{"a":1,"a":2}')
attempt(json.loads, '{"a":1,"b":2}', object_pairs_hook=list)
attempt(json.loads, '{"a":{"b":1}}', object_hook=lambda d: tuple(d.items()))
attempt(json.loads, '[1.5,2]', parse_float=str, parse_int=lambda s: s + 'i')
attempt(json.loads, '[NaN]', parse_constant=str)

class E(json.JSONEncoder):

    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)

attempt(json.dumps, 1 + 2j, cls=E)
attempt(json.dumps, {'a': [1 + 2j, object()]}, cls=E)
attempt(list, E().iterencode([1, {'a': 2}]))
attempt(json.JSONDecoder().raw_decode, '[1] x')

class I(enum.IntEnum):
    A = 1

class S(str):
    pass

class F(float):

    def __repr__(self):
        return 'F!'

class N(int):

    def __repr__(self):
        return 'N!'

attempt(json.dumps, [I.A, S('x'), F(1.5), N(3), {I.A: 1, S('k'): 2, F(2.5): 3, N(4): 5}])
attempt(json.dumps, collections.OrderedDict(b=1, a=2))
attempt(json.dumps, collections.namedtuple('P', 'x y')(1, 2))
attempt(json.dumps, (1, 2))
import io
f = io.StringIO()
json.dump({'a': [1, 2]}, f, indent=1)
print(f.getvalue())
attempt(json.load, io.StringIO('{"x":1}'))
try:
    json.loads('{"a":\n [1,\n x]}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc, e)
attempt(json.dumps, '\x00\x7f\x80\ud800', ensure_ascii=False)
attempt(json.dumps, '\x00\x7f\x80\ud800')
attempt(json.dumps, '😀', ensure_ascii=True)
attempt(json.loads, '[' * 2000 + ']' * 2000) if 0 else None
try:
    json.dumps({'k': [1, {'z': object()}]})
except TypeError as e:
    print(e, e.__notes__)
