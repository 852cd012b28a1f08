/** A thread of `pyc compile`: takes tasks, answers with outcomes. */
import { parentPort } from 'node:worker_threads';
import { createNodeHost } from '../host/node/index.ts';
import { compileFile, type CompileTask } from './pyc/compile-task.ts';

const host = createNodeHost();

parentPort?.on('message', (batch: readonly { readonly index: number; readonly task: CompileTask }[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  for (const { index, task } of batch) parentPort?.postMessage({ index, outcome: compileFile(host, task) });
});
