# Files, text and binary streams, streams in memory.
import os
import tempfile
from _snippets import run

os.chdir(tempfile.mkdtemp())
run(r'''
f = open('a.txt', 'w'); print(f.write('héllo\nworld\n'), f.tell(), f.name, f.mode, f.encoding, f.errors, f.newlines, f.line_buffering, f.closed, f.writable(), f.readable(), f.seekable(), f.fileno() > 2)
f.close(); print(f.closed, repr(f)); f.write('x')
#--
f = open('a.txt'); print(repr(f)); print(f.read(3), f.tell(), repr(f.readline()), f.readlines(), repr(f.read())); f.seek(0); print(list(f)); f.seek(2); print(repr(f.read(1))) 
#--
f = open('a.txt'); f.seek(1, 1)
#--
f = open('a.txt'); f.seek(-1, 2)
#--
f = open('a.txt'); f.seek(0, 5)
#--
f = open('a.txt'); f.seek(-1)
#--
f = open('a.txt'); next(f); f.tell()
#--
f = open('a.txt'); print(f.seek(0, 2), f.tell()); f.seek(0); print(f.readline(2), f.readline(0), f.readline(-1), f.readline(100)); print(f.readlines(1))
#--
open('a.txt').write('a')
#--
open('a.txt', 'w').read()
#--
open('a.txt', 'q')
#--
open('a.txt', 'rw')
#--
open('a.txt', 'rr')
#--
open('a.txt', 'rbt')
#--
open('a.txt', '')
#--
open('a.txt', 'rb', encoding='utf-8')
#--
open('a.txt', 'rb', errors='strict')
#--
open('a.txt', 'rb', newline='')
#--
open('a.txt', newline='x')
#--
open('a.txt', buffering=0)
#--
open('a.txt', encoding='nope')
#--
open('a.txt', errors='nope')
#--
open('a.txt', 1)
#--
open(1.5)
#--
open('')
#--
open('a\0b')
#--
open('.')
#--
open('nope')
#--
open('nodir/x', 'w')
#--
open('a.txt', 'x')
#--
open(999)
#--
open(-1)
#--
f = open('b.bin', 'wb'); print(repr(f), f.write(b'abc\r\ndef\n\rx'), f.tell(), f.mode, f.name, f.raw); f.flush(); f.seek(1); f.write(b'Z'); f.close(); print(open('b.bin','rb').read())
f.flush()
#--
f = open('b.bin', 'wb'); f.write('a')
#--
f = open('b.bin', 'w'); f.write(b'a')
#--
f = open('b.bin', 'wb'); f.write(b'abc\r\ndef\n\rx'); f.close()
for nl in (None, '', '\n', '\r', '\r\n'):
    f = open('b.bin', newline=nl); print(repr(nl), f.readlines(), f.newlines); f.seek(0); print([f.read(1) for _ in range(14)], f.newlines)
    f = open('c.txt', 'w', newline=nl); f.write('a\nb\r\nc\r'); f.close(); print(open('c.txt','rb').read())
#--
f = open('b.bin', 'rb'); print(f.read(2), f.peek(3)[:3], f.read1(2), f.tell(), f.seek(-2, 2), f.read(), f.seek(0), f.readline(), f.readlines(), f.seek(3, 1)); b = bytearray(4); f.seek(0); print(f.readinto(b), b, f.readinto1(b), f.raw.tell() > 3)
f.write(b'x')
#--
f = open('b.bin', 'rb', buffering=0); print(repr(f), f.read(2), f.readall(), f.readall(), f.read(1), f.closefd, f.mode, f.seek(0), f.readline())
f.peek()
#--
f = open('b.bin', 'r+b'); print(repr(f), f.read(2)); f.write(b'QQ'); f.seek(0); print(f.read()); f.truncate(3); print(f.seek(0), f.read(), f.tell()); f.truncate(6); f.seek(0); print(f.read())
#--
f = open('b.bin', 'a+b'); f.write(b'end'); print(f.tell()); f.seek(0); print(f.read())
#--
f = open('c.txt', 'w+'); f.write('abc\ndef'); f.seek(0); print(f.read(2)); f.seek(0, 2); f.write('g'); f.seek(0); print(f.read(), f.truncate(2)); f.seek(0); print(f.read())
#--
f = open('c.txt', 'w', encoding='utf-16'); f.write('aé'); f.close(); print(open('c.txt','rb').read(), open('c.txt', encoding='utf-16').read())
f = open('c.txt', 'a', encoding='utf-16'); f.write('b'); f.close(); print(open('c.txt','rb').read())
f = open('c.txt', 'w', encoding='utf-8-sig'); f.write('aé'); f.close(); print(open('c.txt','rb').read(), open('c.txt', encoding='utf-8-sig').read())
#--
f = open('c.txt', 'w', encoding='ascii'); f.write('é')
#--
f = open('c.txt', 'w', encoding='ascii', errors='xmlcharrefreplace'); f.write('é'); f.close(); print(open('c.txt').read())
open('c.txt', 'wb').write(b'a\xffb'); open('c.txt', encoding='utf-8').read()
#--
print(ascii(open('c.txt', errors='surrogateescape').read()), ascii(open('c.txt', errors='replace').read()), ascii(open('c.txt', errors='ignore').read()), ascii(open('c.txt', errors='backslashreplace').read()), open('c.txt', encoding='latin-1').read())
#--
import io
s = io.StringIO('a\nb\r\nc'); print(s.read(2), s.tell(), s.readline(), s.getvalue(), s.readlines(), s.seek(0), s.write('Z'), s.getvalue(), s.closed, s.newlines, s.encoding, s.errors, s.line_buffering)
s.truncate(2); print(s.getvalue()); s.seek(5); s.write('x'); print(repr(s.getvalue())); s.close(); s.read()
#--
import io
for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', newline=nl); print(repr(nl), repr(s.getvalue()), s.readlines(), s.newlines); s.write('x\ny\r\nz'); print(repr(s.getvalue()))
#--
import io; io.StringIO(1)
#--
import io; io.StringIO('a', newline='x')
#--
import io; s = io.StringIO(); s.seek(-1)
#--
import io; s = io.StringIO(); s.seek(1, 1)
#--
import io; s = io.StringIO(); s.seek(1, 2)
#--
import io; s = io.StringIO(); s.write(b'a')
#--
import io; s = io.StringIO('abc'); print(s.__getstate__()); t = io.StringIO(); t.__setstate__(('x\ny', '\n', 1, {'q': 1})); print(t.read(), t.q)
#--
import io
b = io.BytesIO(b'abc\ndef'); print(b.read(2), b.tell(), b.readline(), b.getvalue(), b.read1(), b.seek(-1, 2), b.read(), b.getbuffer()[0], b.seek(0), b.write(b'ZZ'), b.getvalue())
b.seek(10); b.write(b'x'); print(b.getvalue()); b.truncate(3); print(b.getvalue(), b.tell()); m = b.getbuffer(); 
try: b.write(b'longer than before')
except BufferError as e: print(e)
m.release(); b.close(); b.read()
#--
import io; io.BytesIO('a')
#--
import io; io.BytesIO().write('a')
#--
import io; b = io.BytesIO(); b.seek(-1)
#--
import io; b = io.BytesIO(); b.writelines([b'a', bytearray(b'b'), memoryview(b'c')]); print(b.getvalue()); b.writelines(1)
#--
import io
class R(io.RawIOBase):
    def __init__(self): self.d = [b'ab\n', b'cd', b'', b'']
    def readable(self): return True
    def readinto(self, b):
        d = self.d.pop(0); b[:len(d)] = d; return len(d)
print(R().read(2), R().readall(), R().readline(), io.BufferedReader(R()).read(), io.TextIOWrapper(io.BufferedReader(R())).read(), R().read(-1), list(R()))
#--
import io
class W(io.RawIOBase):
    def writable(self): return True
    def write(self, b): print('write', bytes(b)); return len(b)
w = io.BufferedWriter(W(), 4); w.write(b'ab'); w.write(b'cde'); w.flush(); w.write(b'abcdefghi'); w.close()
t = io.TextIOWrapper(io.BufferedWriter(W()), write_through=True); t.write('x'); t.flush(); t = io.TextIOWrapper(io.BufferedWriter(W()), line_buffering=True); t.write('x\ny')
t.detach().detach(); t.write('x')
#--
import io; io.IOBase().fileno()
#--
import io; io.IOBase().seek(0)
#--
import io; io.RawIOBase().read()
#--
import io; io.RawIOBase().write(b'')
#--
import io; io.BufferedIOBase().read()
#--
import io; io.TextIOBase().read()
#--
import io; b = io.BufferedReader(1)
#--
import io; b = io.BufferedReader(io.BytesIO(b'abc')); print(b, b.read(1), b.peek(), b.detach()); b.read()
#--
import io; io.BufferedReader(io.BytesIO(), 0)
#--
import io; io.BufferedRWPair(io.BytesIO(), io.BytesIO(), -1)
#--
import io; p = io.BufferedRWPair(io.BytesIO(b'abc'), io.BytesIO()); print(p.read(2), p.write(b'x'), p.peek(), p.readable(), p.writable(), p.isatty()); p.seek(0)
#--
import io; r = io.BufferedRandom(io.BytesIO(b'abcdef')); print(r.read(2), r.write(b'ZZ'), r.read(), r.seek(0), r.read())
#--
import io; t = io.TextIOWrapper(io.BytesIO(b'abc')); print(t, t.encoding); t.reconfigure(encoding='latin-1', newline='\n', errors='replace'); print(t); t.buffer = 1
#--
import io; t = io.TextIOWrapper(io.BytesIO('aé\U0001f600z'.encode()), encoding='utf-8'); print(t.read(2), t.tell(), t.read(1) , t.tell()); c = t.tell(); t.read(1); t.seek(c); print(t.read())
#--
import io; t = io.TextIOWrapper(io.BytesIO(b'abc'), newline='q')
#--
import io; t = io.TextIOWrapper(io.BytesIO(b'abc'), encoding='rot13')
#--
import io; t = io.TextIOWrapper(1)
#--
import io; d = io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb\r\r')), repr(d.decode('', True)), d.newlines, d.getstate()); d.setstate((b'', 1)); print(repr(d.decode('\n'))); d.reset()
#--
import io; print(io.open_code('a.txt').read(1), io.text_encoding(None), io.text_encoding('x'), io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.BlockingIOError is BlockingIOError)
#--
with open('a.txt') as f: pass
with f: pass
#--
f = open('a.txt'); f.close(); f.close(); print(f.closed); f.readline()
#--
f = open('a.txt', 'rb'); f.close(); f.read()
#--
f = open('a.txt', 'rb', 0); f.close(); f.read()
#--
f = open('a.txt', 'rb', 0); f.close(); print(repr(f)); f.fileno()
#--
print(open('a.txt', opener=lambda p, fl: __import__('os').open(p, fl)).closed); open('a.txt', opener=lambda p, fl: -1)
#--
import os; fd = os.open('a.txt', 0); f = open(fd, closefd=False); print(f.name == fd); f.close(); os.read(fd, 1); os.close(fd); os.read(fd, 1)
#--
open('a.txt', closefd=False)
#--
print('a', 'b', sep='-', end='!\n', flush=True); print(1, file=None); print('a', sep=1)
#--
print('a', end=1)
#--
print('a', file=1)
#--
input('prompt')
#--
import io, sys
print(print(file=io.StringIO())); s = io.StringIO(); print(1, 2, file=s, sep=''); print(s.getvalue())
''')
