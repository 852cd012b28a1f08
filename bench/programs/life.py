"""Sets of tuples: Conway's game of life."""

GROUP = "language"
SIZE = 30


def neighbours(cell):
    x, y = cell
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if dx or dy:
                yield x + dx, y + dy


def step(alive):
    counts = {}
    for cell in alive:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def run(size):
    alive = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(size):
        alive = step(alive)
    glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    for _ in range(size * 4):
        glider = step(glider)
    return len(alive), sorted(glider)
