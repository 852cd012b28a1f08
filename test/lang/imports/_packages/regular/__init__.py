"""A regular package."""
__all__ = ['sub', 'public']
public, _private, hidden = 1, 2, 3


def __getattr__(name):
    if name == 'computed':
        return f'computed by {__name__}'
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return ['computed', *__all__]
