"""pathlib, os, io, tempfile, shutil, glob: in a directory of the program's own."""
import glob
import io
import os
import pathlib
import shutil
import stat
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

p = PurePosixPath('/usr/lib/python3.14/os.tar.gz')
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], p.parts, p.with_suffix('.zip'), p.with_name('x'), p.relative_to('/usr'), p.is_absolute(), p / '../y', p.match('*.gz'), p.full_match('/usr/**/*.gz'), p.with_stem('z'))
print(PureWindowsPath('c:/a\\b').parts, PureWindowsPath('C:/A') == PureWindowsPath('c:/a'), PurePosixPath('a/./b//c/..'), PurePosixPath('a') < PurePosixPath('b'), repr(PurePosixPath('x')), PurePosixPath('/a/b').relative_to('/a/c', walk_up=True))
with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    (root / 'a' / 'b').mkdir(parents=True)
    file = root / 'a' / 'text.txt'
    print(file.write_text('line ä\nzwei\n', encoding='utf-8'), file.read_bytes(), file.stat().st_size, file.exists(), file.is_dir(), stat.filemode((root / 'a').stat().st_mode)[0])
    with file.open('a', encoding='utf-8') as f:
        print(f.write('drei'), f.tell(), f.mode, f.encoding, f.closed, os.path.basename(f.name))
    with open(file, 'rb') as f:
        print(f.readline(), f.seek(0, os.SEEK_END), f.read(), f.seek(-4, 2), f.read(2), f.peek()[:2])
    with open(file, 'r+', newline='', encoding='utf-8') as f:
        print(f.readlines(), f.seek(0), f.write('L'), f.truncate(5), f.seek(0), f.read())
    for mode in ('x', 'q', 'rw', 'b', 'rb+a'):
        try:
            open(file, mode)
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).replace(name, 'DIR').split('] ')[-1])
    (root / 'z.py').touch()
    (root / 'a' / 'b' / 'deep.py').write_text('x')
    print(sorted(q.relative_to(root).as_posix() for q in root.rglob('*')), sorted(x.name for x in root.glob('*.py')), [os.path.relpath(x, name) for x in sorted(glob.glob(name + '/**/*.py', recursive=True))])
    print([(os.path.relpath(d, name), sorted(ds), sorted(fs)) for d, ds, fs in os.walk(name)], sorted(e.name for e in os.scandir(name) if e.is_dir()))
    shutil.copytree(root / 'a', root / 'copy')
    os.rename(root / 'z.py', root / 'renamed.py')
    os.symlink('renamed.py', root / 'link')
    print((root / 'link').is_symlink(), os.readlink(root / 'link'), (root / 'link').resolve().name, sorted(os.listdir(root)))
    shutil.rmtree(root / 'copy')
    for bad in (lambda: (root / 'none').read_text(), lambda: (root / 'a').rmdir(), lambda: os.mkdir(root / 'a'), lambda: (root / 'a').read_bytes(), lambda: os.listdir(root / 'renamed.py'), lambda: os.remove(root / 'gone')):
        try:
            bad()
        except OSError as error:
            print(type(error).__name__, error.strerror, os.path.basename(error.filename))
    (root / 'gone').unlink(missing_ok=True)
print(os.path.exists(name), os.path.join('a', '/b', 'c'), os.path.split('/a/b/'), os.path.splitext('.bashrc'), os.path.normpath('a/../b/./c//'), os.path.commonpath(['/a/b', '/a/c']), os.path.expandvars('$NOPE/x'))
s = io.StringIO('a\r\nb\rc', newline=None)
print(s.readlines(), io.StringIO('x\n').read(), io.BytesIO(b'abc').getbuffer()[1], io.BytesIO(b'a\nb').readlines())
w = io.TextIOWrapper(io.BytesIO(), encoding='latin-1', errors='replace', newline='\r\n')
w.write('ä€\n')
w.flush()
print(w.buffer.getvalue(), w.encoding, w.line_buffering)
r = io.BufferedReader(io.BytesIO(b'0123456789'), 4)
print(r.read(3), r.peek(1)[:1], r.read1(2), r.readinto(bytearray(3)), r.tell())
for bad in (lambda: s.close() or s.read(), lambda: io.BytesIO().read('x'), lambda: io.StringIO(5), lambda: io.BytesIO(b'x').write('s'), lambda: io.TextIOWrapper(io.BytesIO(b'\xff'), 'utf-8').read()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
