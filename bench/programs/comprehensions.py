"""Comprehensions of lists, sets and dicts, and the builtins that go with them."""

GROUP = "language"
SIZE = 1500


def run(size):
    rows = [{"id": i, "group": i % 7, "score": (i * 37) % 101} for i in range(size)]
    names = {row["id"]: "n%d" % row["id"] for row in rows if row["score"] > 20}
    groups = {g: [row["score"] for row in rows if row["group"] == g] for g in range(7)}
    best = {g: max(scores) for g, scores in groups.items()}
    pairs = [(a, b) for a in range(30) for b in range(a) if (a * b) % 6 == 0]
    letters = {c for name in names.values() for c in name}
    flat = [x for scores in groups.values() for x in scores]
    ranked = sorted(flat, reverse=True)[:10]
    passing = any(x > 99 for x in flat), all(x >= 0 for x in flat)
    table = [[i * j for j in range(12)] for i in range(12)]
    turned = [list(column) for column in zip(*table)]
    indexed = [i for i, x in enumerate(flat) if x % 2]
    mapped = list(map(lambda x: x + 1, filter(lambda x: x % 3, flat)))
    return len(names), best, len(pairs), sorted(letters), ranked, passing, turned == table, sum(indexed), sum(mapped)
