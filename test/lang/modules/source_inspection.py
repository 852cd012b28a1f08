# inspect.getsource and friends, which read source through the tokenizer.
import inspect, linecache
def simple(a, b=1):
    # comment
    return (a +
            b)
class K:
    """Doc."""
    x = 1
    def method(self):
        def nested(): return 1
        return nested
    lam = lambda q: q + 1
@staticmethod
def decorated():
    """d"""
async def co(): pass
for o in (simple, K, K.method, K().method(), K.lam, decorated, co):
    print(inspect.getsource(o), inspect.getsourcelines(o)[1])
print(inspect.getcomments(simple), inspect.getdoc(K), inspect.signature(simple), inspect.getblock(['def f():\n', '  a\n', '\n', 'b\n']))
print(inspect.cleandoc('a\n    b\n      c'), inspect.getsourcelines(inspect.currentframe())[1])
try: inspect.getsource(len)
except TypeError as e: print(e)
try: inspect.getsource(eval('lambda: 1'))
except OSError as e: print(e)
