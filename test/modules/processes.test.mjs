// Processes, pipes, polling and socket pairs, which the oracle does not have: what CPython on Linux prints stands here.
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

/** What a program prints. */
async function output(program) {
  const { stdout, stderr } = await runTaipan(['-B', '-c', program]);
  expect(stderr).toBe('');
  return stdout;
}

describe.skipIf(process.platform === 'win32')('subprocess', () => {
  test.concurrent('captures output, errors and status', async () => {
    const program = `
import subprocess
print(subprocess.run('echo out; echo err >&2; exit 3', shell=True, capture_output=True, text=True))
print(subprocess.run(['sh', '-c', 'kill -9 $$']).returncode)
print(repr(subprocess.check_output(['printf', '%s', 'x y'], text=True)))
print(subprocess.getoutput('echo x; echo y'), subprocess.getstatusoutput('exit 4'))
`;
    expect(await output(program)).toBe(
      "CompletedProcess(args='echo out; echo err >&2; exit 3', returncode=3, stdout='out\\n', stderr='err\\n')\n" +
        "-9\n'x y'\nx\ny (4, '')\n",
    );
  });

  test.concurrent('gives input and keeps the order of joined streams', async () => {
    const program = `
import subprocess
print(subprocess.run(['cat'], input=b'abc', capture_output=True).stdout)
print(subprocess.run('echo 1; echo 2 >&2; echo 3', shell=True, stdout=-1, stderr=subprocess.STDOUT, text=True).stdout.split())
p = subprocess.Popen(['cat'], stdin=-1, stdout=-1, text=True)
p.stdin.write('late'); p.stdin.close()
print(p.stdout.read(), p.wait(), p.poll())
a = subprocess.Popen(['echo', 'piped'], stdout=-1)
b = subprocess.Popen(['tr', 'a-z', 'A-Z'], stdin=a.stdout, stdout=-1)
a.stdout.close()
print(b.communicate()[0], a.wait())
`;
    expect(await output(program)).toBe("b'abc'\n['1', '2', '3']\nlate 0 0\nb'PIPED\\n' 0\n");
  });

  test.concurrent('says why a program cannot be run', async () => {
    const program = `
import subprocess
for args, more in [(['nonexistent-program'], {}), (['/'], {}), (['ls'], {'cwd': '/nonexistent'}), (['false'], {'check': True}),
                   (['sleep', '5'], {'timeout': 0.1, 'capture_output': True})]:
    try: print(subprocess.run(args, **more))
    except (OSError, subprocess.SubprocessError) as e: print(type(e).__name__, str(e)[:60])
`;
    expect(await output(program)).toBe(
      "FileNotFoundError [Errno 2] No such file or directory: 'nonexistent-program'\n" +
        "PermissionError [Errno 13] Permission denied: '/'\n" +
        "FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'\n" +
        "CalledProcessError Command '['false']' returned non-zero exit status 1.\n" +
        "TimeoutExpired Command '['sleep', '5']' timed out after 0.1 seconds\n",
    );
  });
});

describe('select and socket pairs', () => {
  test.concurrent('polls pipes', async () => {
    const program = `
import os, select
r, w = os.pipe()
p = select.poll(); p.register(r, select.POLLIN); p.register(w)
print(p.poll(0) == [(w, 4)], select.select([r], [w], [], 0) == ([], [w], []))
os.write(w, b'abc')
print(p.poll() == [(r, 1), (w, 4)])
p.unregister(w); os.close(w)
print(p.poll(0) == [(r, 17)], os.read(r, 9), p.poll(0) == [(r, 16)])
os.close(r)
print(p.poll(0) == [(r, 32)])
`;
    expect(await output(program)).toBe("True True\nTrue\nTrue b'abc' True\nTrue\n");
  });

  test.concurrent('runs an event loop', async () => {
    const program = `
import asyncio, socket
async def wait(n, delay):
    await asyncio.sleep(delay)
    print('done', n)
    return n
async def main():
    print(await asyncio.gather(wait(1, 0.2), wait(2, 0.02)))
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError: print('timeout')
    a, b = socket.socketpair(); a.setblocking(False); b.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(a, b'hello')
    print(await loop.sock_recv(b, 10))
    a.close(); print(await loop.sock_recv(b, 10)); b.close()
asyncio.run(main())
`;
    expect(await output(program)).toBe("done 2\ndone 1\n[1, 2]\ntimeout\nb'hello'\nb''\n");
  });

  test.concurrent('waits in threads', async () => {
    const program = `
import asyncio, os, socket, threading
r, w = os.pipe()
t = threading.Thread(target=lambda: print('got', os.read(r, 10))); t.start(); os.write(w, b'hi'); t.join()
a, b = socket.socketpair()
def echo():
    while d := b.recv(10): b.sendall(d.upper())
    b.close()
t = threading.Thread(target=echo); t.start()
a.sendall(b'abc'); print(a.recv(10)); a.shutdown(socket.SHUT_WR); print(a.recv(5)); t.join()
async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    threading.Timer(0.01, lambda: loop.call_soon_threadsafe(done.set)).start()
    await done.wait()
    print(await asyncio.to_thread(pow, 2, 10))
    p = await asyncio.create_subprocess_exec('cat', stdin=-1, stdout=-1)
    print(await p.communicate(b'input'), p.returncode)
asyncio.run(main())
`;
    expect(await output(program)).toBe("got b'hi'\nb'ABC'\nb''\n1024\n(b'input', None) 0\n");
  });
});
