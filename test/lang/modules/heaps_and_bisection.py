"""heapq and bisect: results, stability, keys, errors."""
import bisect
import heapq
import _random

random = _random.Random(3)
numbers = [random.getrandbits(10) for _ in range(200)]
heap = []
for n in numbers:
    heapq.heappush(heap, n)
print(heap[:20])
print([heapq.heappop(heap) for _ in range(10)], heapq.heappushpop(heap, -1), heapq.heappushpop(heap, 500), heapq.heapreplace(heap, 3), heap[:5])
other = numbers[:]
heapq.heapify(other)
print(other == sorted(other), sorted(other) == sorted(numbers), [heapq.heappop(other) for _ in range(len(other))] == sorted(numbers))
greatest = numbers[:]
heapq.heapify_max(greatest)
heapq.heappush_max(greatest, 2000)
print([heapq.heappop_max(greatest) for _ in range(8)], heapq.heappushpop_max(greatest, 5000), heapq.heapreplace_max(greatest, 1), greatest[0])
print(heapq.nlargest(5, numbers), heapq.nsmallest(5, numbers), heapq.nlargest(3, 'banana', key=lambda c: -ord(c)), heapq.nsmallest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 9])), list(heapq.merge('ace', 'bd', reverse=False)), list(heapq.merge([3, 1], [4, 2], reverse=True)))
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, 'a']),
             lambda: heapq.heappushpop([], 5), lambda: heapq.heappop_max([]), lambda: heapq.heapify(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Pair:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f'{self.key}{self.tag}'


pairs = [Pair(k, t) for k, t in ((2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'))]
heapq.heapify(pairs)
print(pairs, [heapq.heappop(pairs) for _ in range(4)])
a = [1, 3, 3, 3, 7]
for x in (0, 1, 3, 5, 7, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x, 2), bisect.bisect_left(a, x, 1, 3), end='; ')
print()
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort_right(a, 0)
print(a, bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len), bisect.bisect_right([-5, -1, 2], 4, key=lambda v: v * v if v > 0 else -v * v))
words = ['a', 'bb', 'dddd']
bisect.insort(words, 'ccc', key=len)
print(words, bisect.bisect_left(range(0, 1000, 7), 500), bisect.bisect_right((1, 2, 3), 2), bisect.bisect_left('aceg', 'd'))


class Logged(list):
    def insert(self, i, x):
        print('insert', i, x)
        super().insert(i, x)


logged = Logged([1, 5])
bisect.insort(logged, 3)
print(logged)
for call in (lambda: bisect.bisect_left([1], 2, -1), lambda: bisect.bisect([1, 'a'], 'b'), lambda: bisect.bisect(5, 1), lambda: bisect.bisect([1], 2, 0, 9),
             lambda: bisect.bisect([], 1, key=5), lambda: bisect.bisect([1], 1, key=5), lambda: bisect.bisect_left([1], 1, 'x'), lambda: bisect.bisect()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
