"""Sorting algorithms written in Python: quicksort, merge sort, heapsort, insertion sort."""

GROUP = "language"
SIZE = 900


def numbers(n):
    value = 12345
    for _ in range(n):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
        yield value >> 8


def quick(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        quick(items, low, j)
        low = i


def merge(items):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left = merge(items[:middle])
    right = merge(items[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]


def sift(items, start, end):
    root = start
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and items[child] < items[child + 1]:
            child += 1
        if items[root] >= items[child]:
            return
        items[root], items[child] = items[child], items[root]
        root = child


def heap(items):
    n = len(items)
    for start in range(n // 2 - 1, -1, -1):
        sift(items, start, n)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(items, 0, end)


def insertion(items):
    for i in range(1, len(items)):
        item = items[i]
        j = i
        while j > 0 and items[j - 1] > item:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item


def run(size):
    source = list(numbers(size))
    expected = sorted(source)
    first, second, third = source[:], source[:], source[:100]
    quick(first, 0, len(first) - 1)
    heap(second)
    insertion(third)
    return first == expected, merge(source) == expected, second == expected, third == sorted(source[:100]), expected[0]
