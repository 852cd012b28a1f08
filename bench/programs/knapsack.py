"""Dynamic programming over ints and strings: knapsack, change, edit distance, longest common subsequence."""

GROUP = "language"
SIZE = 110


def knapsack(weights, values, capacity):
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            with_it = best[room - weight] + value
            if with_it > best[room]:
                best[room] = with_it
    return best[capacity]


def change(coins, amount):
    ways = [1] + [0] * amount
    for coin in coins:
        for i in range(coin, amount + 1):
            ways[i] += ways[i - coin]
    return ways[amount]


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = previous[j - 1] + (x != y)
            current.append(min(previous[j] + 1, current[j - 1] + 1, cost))
        previous = current
    return previous[-1]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    return table[len(a)][len(b)]


def run(size):
    weights = [i * 7 % 19 + 1 for i in range(20)]
    values = [i * 13 % 31 + 3 for i in range(20)]
    a = "".join(chr(97 + i * i % 11) for i in range(size))
    b = "".join(chr(97 + i * 5 % 13) for i in range(size))
    return knapsack(weights, values, size * 2), change((1, 2, 5, 10, 20, 50), size * 10), distance(a, b), common(a, b)
