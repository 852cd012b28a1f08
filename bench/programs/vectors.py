"""Operator methods: spheres traced with vectors that are objects."""

import math

GROUP = "language"
SIZE = 28


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade):
        self.centre = centre
        self.radius = radius
        self.shade = shade

    def hit(self, origin, direction):
        to_centre = self.centre - origin
        along = to_centre.dot(direction)
        rest = self.radius**2 - (to_centre.dot(to_centre) - along**2)
        if rest < 0:
            return None
        distance = along - math.sqrt(rest)
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()


def colour(spheres, light, origin, direction, depth):
    nearest = None
    for sphere in spheres:
        distance = sphere.hit(origin, direction)
        if distance is not None and (nearest is None or distance < nearest[0]):
            nearest = distance, sphere
    if nearest is None:
        return 0.1
    distance, sphere = nearest
    point = origin + direction * distance
    normal = sphere.normal(point)
    bright = max(0.0, normal.dot((light - point).unit())) * sphere.shade
    if depth:
        mirrored = direction - normal * (2.0 * normal.dot(direction))
        bright += 0.4 * colour(spheres, light, point, mirrored, depth - 1)
    return bright


def run(size):
    spheres = [Sphere(Vector(i - 1.5, (i % 2) * 0.7, 4.0 + i), 0.9, 0.5 + i * 0.1) for i in range(4)]
    light = Vector(-4.0, 5.0, -2.0)
    origin = Vector(0.0, 0.0, 0.0)
    total = 0.0
    for row in range(size):
        for column in range(size):
            direction = Vector(2.0 * column / size - 1.0, 1.0 - 2.0 * row / size, 1.5).unit()
            total += colour(spheres, light, origin, direction, 2)
    return round(total, 7)
