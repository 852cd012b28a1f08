/// <reference types="node" />
/** Entry of the `pyc` command on Node. */
import { createNodeHost } from '../host/node/index.ts';
import { COMPILER_COMMANDS, runPycCommand } from './pyc-command.ts';

const host = createNodeHost();
const needsCompiler =
  COMPILER_COMMANDS.includes(host.argv[0] ?? '') && !host.argv.some((arg) => /^(?:-h|--help)$/.test(arg));
if (needsCompiler) {
  const { runCompilerCommand } = await import('./pyc-compiler.ts');
  process.exitCode = await runCompilerCommand(host, new URL('./pyc-worker.js', import.meta.url));
} else process.exitCode = runPycCommand(host);
