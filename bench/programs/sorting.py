"""sorted and list.sort: ints, floats, strings, tuples, keys, reversed and nearly sorted input."""

from operator import attrgetter, itemgetter

GROUP = "library"
SIZE = 1500


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def __lt__(self, other):
        return self.age < other.age


def run(size):
    seed = 42
    numbers = []
    for _ in range(size):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed >> 4)
    floats = [n / 7 for n in numbers]
    texts = [str(n) for n in numbers]
    pairs = [(n % 50, text) for n, text in zip(numbers, texts)]
    people = [Person(text, n % 90) for n, text in zip(numbers, texts)]
    first = sorted(numbers)
    second = sorted(floats, reverse=True)
    third = sorted(texts)
    fourth = sorted(pairs)
    fifth = sorted(people, key=lambda person: (person.age, person.name))
    sixth = sorted(people)
    seventh = sorted(pairs, key=itemgetter(1))
    eighth = sorted(people, key=attrgetter("age"))
    nearly = first[:]
    nearly[10], nearly[-10] = nearly[-10], nearly[10]
    nearly.sort()
    texts.sort(key=len)
    return (
        first[0], round(second[0], 3), third[-1], fourth[0], fifth[0].name, sixth[-1].age, seventh[0],
        eighth[0].age, nearly == first, texts[0],
    )  # fmt: skip
