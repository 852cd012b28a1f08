/// <reference types="node" />
/** Entry of the `pyc` command on Node. */
import { createNodeHost } from '../host/node/index.ts';
import { runPycCommand } from './pyc-command.ts';

process.exitCode = runPycCommand(createNodeHost());
