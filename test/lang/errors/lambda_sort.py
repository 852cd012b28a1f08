"""Uncaught: in callbacks of built-in functions."""
records = [{'name': 'b', 'age': 2}, {'name': 'a'}, {'name': 'c', 'age': 1}]
print(sorted(records, key=lambda r: r['name']))
print(sorted(records,
             key=lambda r: (r['age'],
                            r['name'])))
