from cycle.c import one
two = 2
