"""Python 3.12 and later."""
type Pair[T: (int, str), *Ts, **P] = tuple[T, T]


class Box[T]:
    def get[U](self, other: U) -> T | U:
        try:
            return [self, other][0]
        except* ValueError as group:
            raise group from None
        finally:
            print(f"{self['x']} {other:{'>'}10}")


def chain(*values):
    return [(a, b) for a in values for b in {a: a for a in values}]
