"""SystemExit with an object, from within a nested function and a bare except."""
import sys


def leave():
    try:
        sys.exit([1, 'two'])
    except Exception:
        print('never')


leave()
