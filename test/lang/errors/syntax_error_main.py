"""The program itself does not compile."""
print('never printed')
def f(x):
    if x > 1
        return x
