x = 1
def f(x): return x

if x:
    print(x)

class A:

    def f(self):

        return 1


    def g(self):
        # comment
        return 2
    # trailing

# comment at the end
