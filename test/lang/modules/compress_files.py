# zipfile and gzip over zlib.
import gzip, io, zipfile
data = {'a.txt': b'hello ' * 100, 'dir/b.bin': bytes(range(256)) * 10, 'empty': b'', 'ünï.txt': 'é'.encode()}
for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
    f = io.BytesIO()
    with zipfile.ZipFile(f, 'w', method) as z:
        for name, content in data.items():
            z.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), content, method)
        z.comment = b'note'
    with zipfile.ZipFile(f) as z:
        print(z.namelist(), z.testzip(), z.comment)
        for i in z.infolist():
            print(i.filename, i.file_size, i.compress_size, hex(i.CRC), i.date_time, i.compress_type, z.read(i) == data[i.filename])
        with z.open('a.txt') as m: print(m.read(7), m.seek(3), m.read(5), m.readline()[:10])
    raw = bytearray(f.getvalue()); raw[60] ^= 255
    try: print(zipfile.ZipFile(io.BytesIO(raw)).testzip())
    except Exception as e: print(type(e).__name__)
f = io.BytesIO()
with gzip.open(f, 'wt', encoding='utf-8', newline='\n') as g: g.write('line 1\nline é\n')
f.seek(0)
with gzip.open(f, 'rt', encoding='utf-8') as g: print(list(g))
two = gzip.compress(b'one', mtime=0) + gzip.compress(b'two', mtime=0)
print(gzip.decompress(two), gzip.GzipFile(fileobj=io.BytesIO(two)).read())
for bad in (b'', b'xx', two[:15], two + b'junk'):
    try: print(gzip.decompress(bad))
    except Exception as e: print(type(e).__name__, e)
