/** The subcommands of `pyc` that need the compiler; loaded for these only, as it is larger than all the rest. */
import { HostError, type Host } from '../host/contract.ts';
import { reportUsage } from './pyc-command.ts';
import { runCompile } from './pyc/compile.ts';
import { UsageError } from './pyc/options.ts';
import { runVerify } from './pyc/verify.ts';

/** Runs `pyc compile` or `pyc verify`; returns the exit status. */
export async function runCompilerCommand(host: Host, worker?: URL): Promise<number> {
  const [command, ...args] = host.argv;
  try {
    return command === 'verify' ? runVerify(host, args) : await runCompile(host, args, worker);
  } catch (error) {
    if (error instanceof UsageError) return reportUsage(host, error);
    if (error instanceof HostError && error.code === 'EPIPE') return 1;
    throw error;
  }
}
