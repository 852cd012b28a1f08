"""property, classmethod, staticmethod, super."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "The x."
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

    @property
    def readonly(self):
        return 5

    write = property(None, lambda self, v: print("set", v))

    @classmethod
    def cm(cls, *args):
        "Class method."
        return cls.__name__, args

    @staticmethod
    def sm(*args):
        return args


c = C()
c.x = 10
print(c.x, C.x.__doc__, C.x.fget.__name__, C.x.fset is not None, C.x.__name__, C.readonly.__name__)
c.write = 3
attempt("get", lambda: c.write)
attempt("set", setattr, c, "readonly", 1)
attempt("delete", delattr, c, "readonly")
del c.x
attempt("deleted", lambda: c.x)
print(C.cm(1), c.cm(2), C.sm(3), c.sm(4), C.__dict__["sm"](5))
attempt("call", lambda: C.__dict__["cm"]())
print(C.cm.__doc__, C.__dict__["cm"].__func__.__name__, C.__dict__["cm"].__wrapped__.__name__, C.__dict__["cm"].__name__)
print(repr(C.__dict__["cm"])[:24], repr(C.__dict__["sm"])[:25], repr(C.cm)[:24])
attempt("property", property, 1, 2, 3, 4, 5)
attempt("property", property, x=1)
attempt("readonly", setattr, property(), "fget", 1)
attempt("classmethod", classmethod)
attempt("classmethod", classmethod, 1, 2)
attempt("staticmethod", staticmethod)
attempt("staticmethod", staticmethod, f=1)
p = property(lambda self: 1, doc="given")
print(p.__doc__, p.getter(lambda self: 2).__doc__, property(C.cm).__doc__, property().__doc__, p.__isabstractmethod__)


class Doc(property):
    pass


d = Doc(lambda self: 1)
d.extra = 5
print(d.extra, d.__doc__, type(d.setter(None)))


def getter(self):
    """From the getter."""


print(Doc(getter).__doc__, property(getter).__doc__)


class A:
    def f(self):
        return ["A"]

    @classmethod
    def g(cls):
        return ["A", cls.__name__]

    @property
    def prop(self):
        return "A.prop"

    attribute = "A.attribute"


class B(A):
    def f(self):
        return super().f() + ["B"]

    @classmethod
    def g(cls):
        return super().g() + ["B"]

    @property
    def prop(self):
        return super().prop + "B"

    def explicit(self):
        return super(B, self).f(), super(B, self).attribute, super(B, B).attribute


class D(A):
    def f(self):
        return super().f() + ["D"]


class E(B, D):
    def f(self):
        inner = lambda: super(E, self).f()
        return inner() + ["E"]

    def closure(self):
        def g():
            return super().f()

        try:
            return g()
        except RuntimeError as error:
            return str(error)

    def comprehension(self):
        return [super(E, self).f() for _ in range(1)]


e = E()
print(e.f(), E.g(), e.prop, e.explicit(), e.closure(), e.comprehension())
s = super(B, e)
print(s, s.__thisclass__, s.__self__ is e, s.__self_class__, super(B))
attempt("missing", lambda: s.zz)
attempt("not instance", super, B, 1)
attempt("not type", super, 1)
attempt("args", super, 1, 2, 3)
attempt("keywords", super, x=1)
attempt("no frame", lambda: super())


def no_cell(x):
    super()


attempt("no cell", no_cell, 1)


class Bad:
    def f():
        super()

    def g(self):
        del self
        super()


attempt("no arguments", Bad.f)
attempt("deleted", Bad().g)
attempt("assign", setattr, s, "x", 1)
print(super(E, E).g())


class Meta(type):
    def call(cls):
        return "Meta.call"


class Meta2(Meta):
    def call(cls):
        return super().call() + "2"


class WithMeta(metaclass=Meta2):
    pass


print(WithMeta.call())
