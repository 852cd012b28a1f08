/** `_posixsubprocess`: starts the processes of `subprocess`. @cpython Modules/_posixsubprocess.c */
import { HostError, S_IFDIR, S_IFMT, X_OK } from '../../host/contract.ts';
import {
  None,
  index,
  isTrue,
  notImplementedError,
  osError,
  toArray,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { pathArgument } from '../posix/path-argument.ts';
import { failedChild, runWhenRead, startChild } from './children.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const ENOSYS = 38;

const fdOf = (value: Value): number => Number(index(value));
const textOf = (value: Value): string => pathArgument(value, { function: 'fork_exec', argument: 'args' }).path;

/** Pairs of name and value of `NAME=value` entries. */
function environmentOf(value: Value): (readonly [string, string])[] | null {
  if (value === None) return null;
  return toArray(value).map((entry) => {
    const text = textOf(entry);
    const equals = text.indexOf('=', 1);
    return [text.slice(0, equals), text.slice(equals + 1)] as const;
  });
}

/** The first of the files that can be run. @throws HostError as the last `execve` would fail */
function findExecutable(candidates: readonly string[], cwd: string | null): string {
  const { fs } = currentInterpreter().host;
  let failure = new HostError('ENOENT');
  for (const candidate of candidates) {
    const path = cwd !== null && !candidate.startsWith('/') ? `${cwd}/${candidate}` : candidate;
    try {
      const stat = fs.stat(path);
      if ((stat.mode & S_IFMT) === S_IFDIR) throw new HostError('EACCES');
      fs.access(path, X_OK);
      return path;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') failure = error;
    }
  }
  throw failure;
}

/** Tells the parent through its pipe why the program could not be run. */
function reportFailure(fd: number, error: HostError, detail: string): void {
  const text = `OSError:${error.errno.toString(16)}:${detail}`;
  withHost(() => currentInterpreter().host.fs.write(fd, new TextEncoder().encode(text)));
}

function forkExec(...given: Value[]): Value {
  const [args, executables, , , cwdValue, env] = given as [Value, Value, Value, Value, Value, Value];
  const [p2cread, , c2pread, c2pwrite, errread, errwrite, , errpipeWrite] = given.slice(6, 14).map(fdOf);
  const [, setsid, pgid, gid, groups, uid, umask, preexec] = given.slice(14) as Value[];
  if (preexec !== None) throw notImplementedError('preexec_fn is not supported');
  const isSpecial =
    isTrue(setsid!) || fdOf(pgid!) >= 0 || [gid, groups, uid].some((each) => each !== None) || fdOf(umask!) >= 0;
  if (isSpecial) throw osError(ENOSYS, 'Function not implemented');
  const texts = toArray(args).map(textOf);
  if (texts.length === 0) throw valueError('args must not be empty');
  const cwd = cwdValue === None ? null : pathArgument(cwdValue, { function: 'fork_exec', argument: 'cwd' }).path;
  const { host } = currentInterpreter();
  if (host.runCommand === undefined) throw osError(ENOSYS, 'Function not implemented');
  let file: string;
  let where = 'noexec:chdir';
  try {
    if (cwd !== null && (host.fs.stat(cwd).mode & S_IFMT) !== S_IFDIR) throw new HostError('ENOTDIR');
    where = '';
    file = findExecutable(toArray(executables).map(textOf), cwd);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    reportFailure(errpipeWrite!, error, where);
    return failedChild();
  }
  const environment = environmentOf(env);
  const pid = withHost(() =>
    startChild({ file, args: texts, cwd, env: environment, stdin: p2cread!, stdout: c2pwrite!, stderr: errwrite! }),
  );
  withHost(() => {
    runWhenRead(pid, c2pread!);
    runWhenRead(pid, errread!);
  });
  return pid;
}

export const posixsubprocessModule = defineModule('_posixsubprocess', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, { fork_exec: forkExec }),
});
