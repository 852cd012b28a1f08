"""Uncaught: an error inside an imported module; importlib's own frames are not shown."""
import os
import sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '_modules'))


def load():
    import failing_module


load()
