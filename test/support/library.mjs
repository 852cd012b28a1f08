// What the oracle makes of its own library: bytecode files and disassembly.
import { runInOracle } from './oracle.mjs';

const COMMON = `
import io, importlib.util, marshal, os, py_compile, sys, tempfile, zipfile
def library():
    path = next(p for p in sys.path if p.endswith('.zip'))
    return zipfile.ZipFile(path)
def compiled(name, source, optimize=-1):
    with tempfile.TemporaryDirectory() as d:
        old = os.getcwd()
        os.chdir(d)
        try:
            os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
            with open(name, 'wb') as f: f.write(source)
            with open(py_compile.compile(name, cfile='out.pyc', doraise=True, optimize=optimize), 'rb') as f: return f.read()
        finally: os.chdir(old)
`;

/** Names of the library's Python files, sorted. */
export async function libraryFiles() {
  return (await runInOracle(`${COMMON}\nsorted(n for n in library().namelist() if n.endswith('.py'))`)).filter(
    (name) => !name.startsWith('_pyodide') && !name.startsWith('pyodide'),
  );
}

/** The bytes of a library file. */
export async function librarySource(name) {
  return runInOracle(`${COMMON}\nlibrary().read(name)`, { name });
}

/** The .pyc that the oracle makes of a library file. */
export async function libraryPyc(name, optimize = 0) {
  return runInOracle(`${COMMON}\ncompiled(name, library().read(name), optimize)`, { name, optimize });
}

/** The .pyc that the oracle makes of source text. */
export async function pycOf(source, name = 'example.py') {
  return runInOracle(`${COMMON}\ncompiled(name, source.encode('utf-8', 'surrogatepass'))`, { source, name });
}
