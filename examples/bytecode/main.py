"""Imports two modules from packages that have no __init__.py: run it twice and look into __pycache__."""
from A.m import f
from A.B import n

print(f('Zürich'))
for line in n.table({'Grüße': 3, '蛇': 1, '🐍': 2}):
    print(line)
