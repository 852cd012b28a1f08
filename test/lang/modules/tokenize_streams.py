# tokenize: tokens of text and bytes, encodings, errors, untokenize.
import io, tokenize, token
SOURCES = ['', '\n', 'x', 'x\n', '# only\n', 'if x:\n  y # c\n\n  z\nw\n', 'a = (1,\n  2) \\\n  + 3\n', "f'a{b!r:>{c}}d' rf'{x}'\n", 't"a{b}"\n',
    '"""multi\nline""" + \'s\'\n', 'x = 0xF + 1_0.5e3j\r\ny\r\n', 'é = "\U0001F600"; z\n', 'def f():\n\tif 1:\n\t\tpass\n', '@d\nclass C: pass\n', '  \n\n', 'a<>b != c->d:=e...\n',
    'f"""\n{\n1\n}\n"""\n', 'match x:\n  case 1: pass', '$ ? !\n', 'x\\\n', 'async def f(): await x', 'lambda: (yield)\n\n# end']
for s in SOURCES:
    print(repr(s))
    try:
        for tok in tokenize.generate_tokens(io.StringIO(s).readline):
            print('  ', token.tok_name[tok.type], token.tok_name[tok.exact_type], repr(tok.string), tok.start, tok.end, repr(tok.line))
    except (tokenize.TokenError, SyntaxError) as e:
        print('  ', type(e).__name__, e.args)
for bad in ['(', 'x = "abc', '"""abc', 'if 1:\n    a\n  b\n', 'a\0b', '0777', '1__0', '\\ x', 'f"{a', "f'{a!x}'", 'x = 5a', ')', 'if 1:\n\ta\n        b\n']:
    try: print(len(list(tokenize.generate_tokens(io.StringIO(bad).readline))), repr(bad))
    except Exception as e: print(type(e).__name__, e.args, repr(bad))
for raw in [b'# -*- coding: latin-1 -*-\nx = "\xe9"\n', b'\xef\xbb\xbfx = 1\n', b'x = "\xff"\n', b'# coding: nope\n', 'ü = 1\n'.encode()]:
    try: print([(t.type, t.string) for t in tokenize.tokenize(io.BytesIO(raw).readline)])
    except Exception as e: print(type(e).__name__, e)
    try: print(tokenize.detect_encoding(io.BytesIO(raw).readline))
    except Exception as e: print(type(e).__name__, e)
for s in SOURCES[:16]:
    toks = list(tokenize.generate_tokens(io.StringIO(s).readline))
    print(repr(tokenize.untokenize(toks)), repr(tokenize.untokenize(t[:2] for t in toks)))
from _tokenize import TokenizerIter
def t(*a, **k):
    try: print(list(TokenizerIter(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
t(); t(1, extra_tokens=True); t(lambda: '', extra_tokens=True); t(iter(['x=1\n']).__next__, extra_tokens=False)
t(iter([b'x=1\n']).__next__, extra_tokens=True); t(iter(['x']).__next__, extra_tokens=True, encoding='utf-8'); t(lambda: '', extra_tokens=True, encoding=5)
def lines():
    yield 'if x:\n'
    yield '  y\n'
    raise ValueError('stop')
it = TokenizerIter(lines().__next__, extra_tokens=True)
try:
    for x in it: print(x)
except ValueError as e: print(e)
