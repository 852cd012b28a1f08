"""Runs one program of bench/programs in the engine that runs this file, and prints what it measured as JSON.

    python measure.py PROGRAM [SECONDS [SIZE [FEWEST]]]

The program's `run(SIZE)` is called for at least SECONDS and FEWEST times. Printed are the times of all repetitions, in
the order they were run, the seconds of CPU time they took together, the peak memory in KiB where the system tells it,
and a checksum of the result, which must be the same every time.
"""

import os
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs"))


def peak_memory():
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def checksum(result):
    """A number from the result's text, which is the same in every engine."""
    value = 0
    for char in repr(result):
        value = (value * 31 + ord(char)) % 4294967291
    return value


def main(name, seconds=2.0, size=None, fewest=5):
    started = time.perf_counter()
    program = __import__(name)
    size = size or program.SIZE
    imported = time.perf_counter() - started
    times = []
    sums = set()
    cpu = time.process_time()
    while len(times) < fewest or sum(times) < seconds:
        started = time.perf_counter()
        result = program.run(size)
        times.append(time.perf_counter() - started)
        if len(times) < 4:
            sums.add(checksum(result))
    cpu = time.process_time() - cpu
    if len(sums) > 1:
        raise SystemExit("the results of %s differ between repetitions" % name)
    # Not with the json module, which an engine may lack or have broken.
    print(
        '{"program": "%s", "group": "%s", "size": %d, "checksum": %d, "import": %.6f, "cpu": %.6f, "peak": %s, "times": [%s]}'
        % (
            name,
            program.GROUP,
            size,
            sums.pop(),
            imported,
            cpu,
            peak_memory() or "null",
            ", ".join("%.7f" % t for t in times),
        )
    )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        arguments[0],
        float(arguments[1]) if len(arguments) > 1 else 2.0,
        int(arguments[2]) if len(arguments) > 2 else None,
        int(arguments[3]) if len(arguments) > 3 else 5,
    )
