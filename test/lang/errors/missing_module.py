"""Uncaught: a module that is not there."""
try:
    import no_such_module_a
except ImportError:
    import no_such_module_b.sub
