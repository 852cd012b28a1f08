if a:
	b
	if c:
		d
else:
        e
def f():
   x
   if y:
     z
   return w
