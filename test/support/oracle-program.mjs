// Runs a whole program in the oracle as a fresh process would: new `__main__`, own streams, own working directory.
import path from 'node:path';
import { loadOracle, runInOracle } from './oracle.mjs';

const RUN = `
import builtins, importlib.machinery, io, json, linecache, os, shutil, sys, tempfile, warnings

def run_program(path, arguments, text, own_directory):
    saved = {name: getattr(sys, name) for name in ('argv', 'stdin', 'stdout', 'stderr', 'excepthook', 'unraisablehook', 'displayhook', 'dont_write_bytecode')}
    limit, digits = sys.getrecursionlimit(), sys.get_int_max_str_digits()
    saved_path, known = sys.path[:], set(sys.modules)
    saved_main, directory, environment = sys.modules['__main__'], os.getcwd(), dict(os.environ)
    out, err = io.BytesIO(), io.BytesIO()
    main = type(sys)('__main__')
    main.__file__ = path
    main.__cached__ = None
    main.__builtins__ = builtins
    main.__loader__ = importlib.machinery.SourceFileLoader('__main__', path)
    sys.modules['__main__'] = main
    sys.argv = [path, *arguments]
    sys.path.insert(0, os.path.dirname(path))
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), 'utf-8')
    sys.stdout = io.TextIOWrapper(out, 'utf-8', newline='\\n')
    sys.stderr = io.TextIOWrapper(err, 'utf-8', 'backslashreplace', newline='\\n', line_buffering=True)
    sys.dont_write_bytecode = True
    scratch = tempfile.mkdtemp()
    os.chdir(scratch)
    status = 0
    try:
        try:
            with open(path, 'rb') as f:
                code = compile(f.read(), path, 'exec', dont_inherit=True)
            with warnings.catch_warnings():
                exec(code, main.__dict__)
        except SystemExit as stop:
            status = stop.code
            if status is None:
                status = 0
            elif isinstance(status, int):
                status &= 0xff
            else:
                sys.stdout.flush()
                print(status, file=sys.stderr)
                status = 1
        except BaseException as error:
            status = 1
            sys.stdout.flush()
            sys.excepthook(type(error), error.with_traceback(error.__traceback__.tb_next), error.__traceback__)
        sys.stdout.flush()
        sys.stderr.flush()
        texts = [stream.getvalue().decode('utf-8', 'surrogateescape') for stream in (out, err)]
    finally:
        for name, value in saved.items():
            setattr(sys, name, value)
        for name in set(sys.modules) - known:
            file = getattr(sys.modules[name], '__file__', None)
            # Besides the program's own: what keeps registries at module level.
            if file is None or file.startswith((own_directory, scratch)) or name.partition('.')[0] in ('csv', '_csv', 'logging'):
                del sys.modules[name]
        sys.setrecursionlimit(limit)
        sys.set_int_max_str_digits(digits)
        sys.settrace(None)
        sys.modules['__main__'] = saved_main
        sys.path[:] = saved_path
        sys.path_importer_cache.clear()
        linecache.clearcache()
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        os.chdir(directory)
        shutil.rmtree(scratch, ignore_errors=True)
    return json.dumps([*texts, status])

run_program(path, json.loads(arguments), text, own_directory)
`;

/** What each instance sees. */
const mounts = new WeakMap();

/** Makes a directory of this machine visible to the oracle under the same name. */
export async function mountInOracle(directory) {
  const oracle = await loadOracle();
  const mounted = mounts.get(oracle) ?? new Set();
  mounts.set(oracle, mounted);
  if (mounted.has(directory)) return;
  mounted.add(directory);
  const { FS } = oracle;
  FS.mkdirTree(directory);
  FS.mount(FS.filesystems.NODEFS, { root: directory }, directory);
}

/**
 * Runs a program file in the oracle. Its directory must lie in `mounted`, which the oracle sees.
 *
 * @returns {Promise<{stdout: string, stderr: string, status: number}>}
 */
export async function runProgramInOracle(
  file,
  { mounted: directory = path.dirname(file), args = [], input = '' } = {},
) {
  await mountInOracle(directory);
  const result = await runInOracle(RUN, {
    path: file,
    arguments: JSON.stringify(args),
    text: input,
    own_directory: directory,
  });
  const [stdout, stderr, status] = JSON.parse(result);
  return { stdout, stderr, status };
}
