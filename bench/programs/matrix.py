"""Lists of lists: products, transposition and elimination."""

GROUP = "language"
SIZE = 36


def product(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def determinant(matrix):
    rows = [row[:] for row in matrix]
    n = len(rows)
    result = 1.0
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            result = -result
        top = rows[k]
        result *= top[k]
        for i in range(k + 1, n):
            row = rows[i]
            factor = row[k] / top[k]
            for j in range(k, n):
                row[j] -= factor * top[j]
    return result


def run(size):
    a = [[float((i * 7 + j * 3) % 11 + (i == j) * 5) for j in range(size)] for i in range(size)]
    b = product(a, a)
    return round(sum(b[i][i] for i in range(size)), 3), "%.6e" % determinant(a)
