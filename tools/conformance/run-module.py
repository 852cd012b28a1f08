"""Runs one module of CPython's test suite and records what becomes of every test.

usage: run-module.py MODULE RESULTS

RESULTS is appended to, one JSON object a line, as soon as each thing happens: whoever reads it can tell which test a
process was at when it ended or hung. Tests of which it tells the end already are not run again.
"""

import importlib
import json
import os
import sys
import time
import unittest

module_name, results_path = sys.argv[1:]
# Where this program lies is nothing that tests may import from.
del sys.path[0], sys.argv[1:]


def seen_tests():
    """The tests that ended in an earlier process."""
    try:
        with open(results_path, encoding="utf-8") as file:
            entries = [json.loads(line) for line in file]
    except FileNotFoundError:
        return set()
    return {entry["test"] for entry in entries if "outcome" in entry}


def write(**entry):
    line = json.dumps(entry) + "\n"
    descriptor = os.open(results_path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def short_name(test):
    return test.id().removeprefix("test.")


def is_subtest(test):
    return isinstance(test, unittest.case._SubTest)


class Recorder(unittest.TestResult):
    """Writes one line when a test starts and one when it ends."""

    def __init__(self):
        super().__init__()
        self.outcome = None
        self.began = 0.0

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.detail = "pass", ""
        self.began = time.monotonic()
        write(test=test.recorded_name, start=True)

    def stopTest(self, test):
        super().stopTest(test)
        seconds = round(time.monotonic() - self.began, 2)
        write(test=test.recorded_name, outcome=self.outcome, seconds=seconds, detail=self.detail)
        self.outcome = None

    def note(self, test, outcome, detail):
        if self.outcome is None:
            # Not a test's: what a class or a module does before its first and after its last test.
            write(test=short_name(test), outcome=outcome, seconds=0, detail=detail)
        elif outcome == "fail" and self.outcome == "fail":
            self.detail += detail
        elif self.outcome != "fail":
            self.outcome, self.detail = outcome, detail

    def addError(self, test, err):
        self.note(test, "fail", self.describe(err, test))

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "fail", f"{subtest._subDescription()}\n{self.describe(err, test)}")

    def addSkip(self, test, reason):
        if not is_subtest(test):
            self.note(test, "skip", reason)

    def addUnexpectedSuccess(self, test):
        self.note(test, "fail", "unexpected success")

    def describe(self, err, test):
        try:
            return self._exc_info_to_string(err, test)
        except Exception as error:
            return f"{err[0].__name__}: (not printable: {error!r})"


def tests_of(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_of(test)
        else:
            yield test


def without(suite, excluded):
    """The same suites without these tests; gives every test the name that is recorded."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.append(without(test, excluded))
        elif test.recorded_name not in excluded:
            kept.append(test)
    return type(suite)(kept)


def name_tests(suite):
    """Names are unique: parameters that do not show in a name are numbered."""
    known = {}
    for test in tests_of(suite):
        name = short_name(test)
        known[name] = number = known.get(name, 0) + 1
        test.recorded_name = name if number == 1 else f"{name}#{number}"


def main():
    from test import support

    # What runs without asking, as in CPython's own runner.
    support.use_resources = []
    support.record_original_stdout(sys.stdout)
    seen = seen_tests()
    try:
        module = importlib.import_module(f"test.{module_name}")
        loader = unittest.TestLoader()
        suite = loader.loadTestsFromModule(module)
        if loader.errors:
            raise ImportError(loader.errors[0])
    except unittest.SkipTest as reason:
        write(test=module_name, outcome="skip", seconds=0, detail=str(reason))
    except BaseException:
        import traceback

        write(test=module_name, outcome="fail", seconds=0, detail=traceback.format_exc())
    else:
        name_tests(suite)
        without(suite, seen).run(Recorder())
    write(done=True)


if __name__ == "__main__":
    main()
