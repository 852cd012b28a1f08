"""Uncaught: KeyError shows the repr, several arguments, long texts."""
table = {('a', 1): 'x'}
try:
    table['ä\n', None]
except KeyError:
    try:
        raise KeyError
    except KeyError:
        raise KeyError('x' * 100, 2)
