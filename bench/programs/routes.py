"""Graphs: shortest paths with a heap, breadth first search, topological order, union of sets."""

import heapq
from collections import defaultdict, deque

GROUP = "language"
SIZE = 24


def grid(n):
    graph = defaultdict(dict)
    for x in range(n):
        for y in range(n):
            for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                a, b = x + dx, y + dy
                if 0 <= a < n and 0 <= b < n:
                    graph[x, y][a, b] = (x * 5 + y * 3 + a * 7 + b) % 9 + 1
    return graph


def shortest(graph, start, goal):
    distances = {start: 0}
    heap = [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if node == goal:
            return distance
        if distance > distances[node]:
            continue
        for other, weight in graph[node].items():
            through = distance + weight
            if other not in distances or through < distances[other]:
                distances[other] = through
                heapq.heappush(heap, (through, other))
    return None


def breadth(graph, start):
    seen = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return max(seen.values())


def spanning(graph):
    parent = {node: node for node in graph}

    def find(node):
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    total = 0
    edges = sorted((w, a, b) for a, others in graph.items() for b, w in others.items())
    for weight, a, b in edges:
        a, b = find(a), find(b)
        if a != b:
            parent[a] = b
            total += weight
    return total


def run(size):
    graph = grid(size)
    return shortest(graph, (0, 0), (size - 1, size - 1)), breadth(graph, (0, 0)), spanning(graph)
