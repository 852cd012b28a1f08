// Signals that arrive while a program runs, compiled or not, or sleeps.
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, nodeOptions, runTaipan, taipanFile } from '../support/taipan.mjs';

/** Runs a program that says when it is ready, and then gets a signal. */
function runInterrupted(source) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeOptions, taipanFile, '-c', source], { env: cleanEnvironment() });
    const texts = { stdout: '', stderr: '' };
    let isReady = false;
    for (const name of ['stdout', 'stderr']) {
      child[name].on('data', (chunk) => {
        texts[name] += chunk;
        if (isReady || !texts.stdout.includes('ready\n')) return;
        isReady = true;
        // A program is watched only when it has run for a while.
        setTimeout(() => child.kill('SIGINT'), 3000);
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ ...texts, status, signal }));
  });
}

describe('KeyboardInterrupt', () => {
  test('ends a loop that does nothing', async () => {
    const source = `
print('ready', flush=True)
try:
    while True: pass
except KeyboardInterrupt:
    print('interrupted')
finally:
    print('cleaned up')
`;
    const { stdout, status } = await runInterrupted(source);
    expect(stdout).toBe('ready\ninterrupted\ncleaned up\n');
    expect(status).toBe(0);
  });

  test('ends a sleep, and the program by the signal', async () => {
    const { stdout, stderr, status, signal } = await runInterrupted(
      "import time\nprint('ready', flush=True)\ntime.sleep(60)\n",
    );
    expect(stdout).toBe('ready\n');
    expect(stderr).toMatch(/^Traceback[^]*KeyboardInterrupt\n$/);
    expect(signal ?? status).toSatisfy((end) => end === 'SIGINT' || end === 130);
  });
});

test('timers interrupt loops and sleeps', async () => {
  const source = `
import signal, time
def handler(number, frame): raise TimeoutError(number, frame is not None)
signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
try:
    while True: pass
except TimeoutError as error: print(error.args)
signal.setitimer(signal.ITIMER_REAL, 0.2)
try: time.sleep(60)
except TimeoutError as error: print(error.args)
print(signal.getitimer(signal.ITIMER_REAL))
`;
  const { stdout, stderr, status } = await runTaipan(['-c', source]);
  expect(stderr).toBe('');
  expect(stdout).toBe('(14, True)\n(14, True)\n(0.0, 0.0)\n');
  expect(status).toBe(0);
});
