import cycle.a
x = 'b'
partial = hasattr(cycle.a, 'x')
