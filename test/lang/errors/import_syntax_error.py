"""Uncaught: a SyntaxError in an imported module."""
import os
import sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '_modules'))
import bad_syntax
