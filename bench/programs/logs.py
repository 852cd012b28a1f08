"""logging: loggers, levels, formatting and handlers that keep their lines."""

import logging

GROUP = "language"
SIZE = 400


class Keeper(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


def run(size):
    keeper = Keeper()
    keeper.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(message)s"))
    root = logging.getLogger("bench")
    root.propagate = False
    root.handlers = [keeper]
    root.setLevel(logging.INFO)
    child = logging.getLogger("bench.child")
    for i in range(size):
        child.info("number %d of %s", i, "many")
        child.debug("silent %d", i)
        if i % 10 == 0:
            try:
                raise ValueError(i)
            except ValueError as error:
                child.warning("caught %r", error)
        if child.isEnabledFor(logging.DEBUG):
            child.debug("never")
    return len(keeper.lines), keeper.lines[-1]
