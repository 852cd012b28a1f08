"""Decoding JSON, right and wrong."""

import json
import _json
from json import loads as L, dumps as D


def t(f):
    try:
        print(ascii(f()).split(' at 0x')[0])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, '__notes__', None))


for s in ['','"','"abc','"a\nb"','"\\','"\\x"','"\\u12"','"\\u123g"','"\\ud83d\\ude00"','"\\ud83d\\u0041"','"\\ud83d"','"\\ude00"','"\\ud83d\\ug"','"\\ud83d\\u00zz"','[1,2','[1,]','[1 2]','[','{','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{a}','{"a" 1}','{"a":1 "b"}','nul','null','true','false','NaN','-Infinity','Infinity','-','-a','01','1.','1.e5','1e','1e+','1E5','1.5e-3','-0','-0.0','123456789012345678901234567890','1 2',' [ ] ',' { } ','{"a":{"b":[1,2,{"c":null}]}}','{"a":1,"a":2}','\ufeff1','[1.0,2e400,-2e400]','tru','[nul]','{"x":fals}','"\\/\\b\\f\\n\\r\\t\\"\\\\"','"\u1234\U0001f600"','"\U0001f600\\n"', '{"a":1,,}', '[,]','{,}','{1:2}']:
    print(ascii(s), end=' ')
    t(lambda: L(s))
t(lambda:L('"a\nb"',strict=False))
t(lambda:L('[1,2.5,NaN]',parse_int=str,parse_float=lambda x:'f'+x,parse_constant=lambda x:'c'+x))
t(lambda:L('{"a":{"b":1}}',object_hook=lambda d:list(d.items())))
t(lambda:L('{"a":{"b":1}}',object_pairs_hook=lambda d:d))
t(lambda:L(b'[1]'))
t(lambda:L('1'*5000))
t(lambda:_json.scanstring('abc"',0))
t(lambda:_json.scanstring('abc"',10))
t(lambda:_json.scanstring(b'abc"',0))
t(lambda:_json.scanstring('abc',-1))
t(lambda:_json.encode_basestring_ascii(1))
t(lambda:_json.encode_basestring_ascii('é\U0001f600\ud800"\\\n\x7f\x00'))
t(lambda:_json.encode_basestring('é\U0001f600"\\\n\x7f\x00\x1f'))
t(lambda:_json.encode_basestring(1))
s = json.decoder.scanner.c_make_scanner(json.JSONDecoder())
t(lambda: s('[1]', 0))
t(lambda: s('x', 0))
t(lambda: s('[1]', 5))
t(lambda: s('[1]', -1))
t(lambda: s(b'', 0))
t(lambda: (s.strict, s.object_hook, s.parse_int))
t(lambda: type(s))
t(lambda: _json.make_scanner(1))
document = json.loads('{"k\\u00e9y": [1, 2.5e3, {"n": null, "t": true}, "\\ud83d\\ude00", -0, 1e1000], "": {}}')
print(ascii(document), json.loads(json.dumps(document)) == document)
