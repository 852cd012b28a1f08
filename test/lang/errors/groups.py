"""Uncaught: nested exception groups with notes and causes."""


def make():
    try:
        raise OSError('inner cause')
    except OSError as error:
        e = ValueError('has a cause')
        e.__cause__ = error
        e.add_note('a note on the inner exception\nwith two lines')
        return e


eg = ExceptionGroup('several problems', [make(), TypeError(1, 2), ExceptionGroup('nested', [KeyError('k'), ExceptionGroup('deeper', [ZeroDivisionError()])])])
eg.add_note('a note on the group')


def run():
    try:
        1 / 0
    except ZeroDivisionError:
        raise eg


run()
