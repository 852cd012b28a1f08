"""Uncaught: the places in expressions over several lines."""


class Box:
    def __init__(self, inner=None):
        self.inner = inner


def call(*args, **kwargs):
    return kwargs['f'](*args)


def compute(box):
    return (1 +
            call(2, 3,
                 f=lambda a, b: a +
                 b + box.inner['key'][
                     'other'])
            + 5)


värde = Box({'key': {}})
print(compute(Box({'key': {'other': 1}})))
print('ä', compute(värde), 'ö')
