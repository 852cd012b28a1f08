# Names, constants and attributes that mean something in JavaScript, or nothing at all, in compiled code.
class Box:
    pass


def constructor(self, arguments, this, ip, t, u, k0, v0, t0, error, frame, globals_, helpers):
    var = self + arguments + this + ip + t + u + k0 + v0 + t0 + error + frame + globals_ + helpers
    new = typeof = void = null = var
    for delete in range(3):
        new += delete
    return new, typeof, void, null


for _ in range(300):
    last = constructor(*range(12), 1)
print(last)


def attributes(box):
    box.__proto__ = 1
    box.constructor = 2
    box.prototype = 3
    box.hasOwnProperty = 4
    box.ünïcode = 5
    box.t0 = box.v0 = box.k0 = 6
    box.toString = "x"
    return (
        box.__proto__ + box.constructor + box.prototype + box.hasOwnProperty + box.ünïcode + box.t0 + box.v0 + box.k0,
        box.toString,
    )


for _ in range(300):
    last = attributes(Box())
print(last)

strange = ["a b", "x;y", "'", '"', "`${1}`", "\\", "*/", "//", "</script>", "\n", "\u2028", "", "1a", "__proto__"]


def text(box, name):
    s = "'" + '"' + "`${process.exit(3)}`" + "*/ \u2028 \n //" + name
    setattr(box, name, s)
    return getattr(box, name)


for name in strange:
    for _ in range(30):
        last = text(Box(), name)
    print(ascii(last))

source = "def f(x):\n    y = x.NAME\n    for i in range(20):\n        y += GLOBAL + i\n    return y\n"
for name in ("a", "process", "constructor", "__proto__", "require", "eval"):
    code = compile(source.replace("NAME", name).replace("GLOBAL", name + "_"), "<it's \"`${x}`\n*/>", "exec")
    for evil in (name, "a'];process.exit(4);//", "x y", "\n", "*/"):
        space = {}
        exec(code, space)
        inner = space["f"].__code__
        if evil != name:
            names = tuple(evil if n == name else n for n in inner.co_names)
            space["f"].__code__ = inner.replace(co_names=names, co_name=evil, co_qualname=evil, co_varnames=("x", "process.exit(5)", "while(1);"))
        space[name + "_"] = 1
        box = Box()
        setattr(box, evil, 1)
        for _ in range(30):
            last = space["f"](box)
        print(ascii(evil), last)
