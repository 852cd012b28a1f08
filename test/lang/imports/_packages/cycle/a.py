import cycle.b
x = 'a'
y = cycle.b.x
