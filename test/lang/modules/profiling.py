# cProfile: counts of calls; times are taken out.
import cProfile, io, pstats, re
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    numbers = []
    for i in range(5):
        numbers.append(fib(i)); len(numbers)
    return sorted(numbers, key=abs)
def gen():
    yield 1
    yield 2
p = cProfile.Profile()
p.enable(); work(); list(gen()); p.disable()
out = io.StringIO()
stats = pstats.Stats(p, stream=out)
stats.strip_dirs().sort_stats('name').print_stats()
stats.print_callers()
print(re.sub(r' +', ' ', re.sub(r'\d+\.\d+', 'T', out.getvalue())))
print(cProfile.Profile().runcall(fib, 5))
print(sorted((e.code if isinstance(e.code, str) else e.code.co_name, e.callcount, e.reccallcount) for e in p.getstats()))
try:
    with cProfile.Profile() as outer: cProfile.Profile().enable()
except ValueError as e: print(type(e).__name__)
