"""Warnings go to standard error with the source line; each place once."""
import warnings


def old(n):
    warnings.warn(f'old() is deprecated', DeprecationWarning, stacklevel=2)
    return n


for i in range(3):
    old(i)
warnings.warn('plain')
warnings.warn(ResourceWarning('ignored by default'))
warnings.warn('future', FutureWarning)
x = 5
warnings.warn_explicit('explicit', UserWarning, 'other.py', 7)
