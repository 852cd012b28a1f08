"""Floats in lists: bodies that attract each other, moved in small steps."""

GROUP = "language"
SIZE = 700

START = [
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.478],
    [[4.84, -1.16, -0.10], [0.606, 2.81, -0.02], 0.0377],
    [[8.34, 4.12, -0.40], [-1.01, 1.82, 0.008], 0.0113],
    [[12.89, -15.11, -0.22], [1.08, 0.868, -0.01], 0.0017],
    [[15.38, -25.91, 0.18], [0.979, 0.594, -0.034], 0.002],
]


def advance(pairs, bodies, dt):
    for (p, v, m), (q, w, n) in pairs:
        dx = p[0] - q[0]
        dy = p[1] - q[1]
        dz = p[2] - q[2]
        force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        mine = m * force
        theirs = n * force
        v[0] -= dx * theirs
        v[1] -= dy * theirs
        v[2] -= dz * theirs
        w[0] += dx * mine
        w[1] += dy * mine
        w[2] += dz * mine
    for p, v, _ in bodies:
        p[0] += dt * v[0]
        p[1] += dt * v[1]
        p[2] += dt * v[2]


def run(size):
    bodies = [(p[:], v[:], m) for p, v, m in START]
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    for _ in range(size):
        advance(pairs, bodies, 0.01)
    return [round(x, 6) for p, v, _ in bodies for x in p]
