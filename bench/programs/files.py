"""io, csv, textwrap, string.Template: text in memory is written, read, wrapped and split."""

import csv
import io
import string
import textwrap

GROUP = "library"
SIZE = 500


def run(size):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for i in range(size):
        writer.writerow([i, "name, %d" % i, 'with "quotes"', i * 0.5])
    buffer.seek(0)
    rows = list(csv.reader(buffer))
    dicts = list(csv.DictReader(io.StringIO(buffer.getvalue()), fieldnames=["id", "name", "note", "value"]))
    template = string.Template("$name costs $$${price} and ${name} stays")
    lines = [template.substitute(name=row["name"], price=row["value"]) for row in dicts]
    wrapped = textwrap.wrap(" ".join(lines)[: size * 8], 60)
    raw = io.BytesIO()
    wrapper = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    for line in lines:
        wrapper.write(line + "\n")
    wrapper.flush()
    raw.seek(0)
    total = sum(len(line) for line in wrapper)
    return len(rows), rows[-1], len(wrapped), wrapped[-1], total
