"""super() in its forms."""


class A:
    name = 'A'

    def f(self):
        return ['A.f']

    @classmethod
    def c(cls):
        return ['A.c', cls.__name__]

    @staticmethod
    def s():
        return ['A.s']

    @property
    def p(self):
        return 'A.p'


class B(A):
    name = 'B'

    def f(self):
        return ['B.f'] + super().f()

    @classmethod
    def c(cls):
        return ['B.c'] + super().c()

    @staticmethod
    def s():
        return ['B.s'] + super(B, B).s()

    @property
    def p(self):
        return 'B.p ' + super().p

    def names(self):
        return self.name, super().name, super(B, self).name


class C(A):
    def f(self):
        return ['C.f'] + super().f()


class D(B, C):
    def f(self):
        method = super().f
        return ['D.f'] + method()


d = D()
print(d.f())
print(D.c())
print(D.s())
print(d.p)
print(d.names())

try:
    class E(A):
        def f(self):
            return super().missing

    E().f()
except AttributeError as error:
    print(error)


def outside(self):
    return super().f()


try:
    outside(d)
except RuntimeError as error:
    print(error)


class F(A):
    def f(self):
        inner = lambda: super(F, self).f()
        return inner()

    def g(self, x):
        del self
        try:
            super()
        except RuntimeError as error:
            return str(error)


print(F().f())
print(F().g(1))
super_ = super


class G(A):
    def f(self):
        return super_(G, self).f()


print(G().f())
