"""Dumps what unicodedata says of every code point, now and as of Unicode 3.2; run in the oracle by unicode-database.mjs."""
import json
import unicodedata

old = unicodedata.ucd_3_2_0


def record(database, c):
    return (
        database.category(c),
        database.bidirectional(c),
        database.combining(c),
        database.mirrored(c),
        database.east_asian_width(c),
    )


def dump_records(database):
    records, out = {}, []
    for cp in range(0x110000):
        index = records.setdefault(record(database, chr(cp)), len(records))
        if out and out[-1] == index:
            out[-2] += 1
        else:
            out += [1, index]
    return {"records": list(records), "runs": out}


decompositions, corrections, exclusions, old_numbers = [], [], [], []
for cp in range(0x110000):
    c = chr(cp)
    # Those of Hangul syllables follow from their numbers.
    decomposition = "" if 0xAC00 <= cp <= 0xD7A3 else unicodedata.decomposition(c)
    if decomposition:
        decompositions.append((cp, decomposition))
        if not decomposition.startswith("<") and " " in decomposition and unicodedata.normalize("NFC", c) != c:
            exclusions.append(cp)
    if old.category(c) != "Cn":
        if old.normalize("NFD", c) != unicodedata.normalize("NFD", c):
            corrections.append((cp, ord(old.normalize("NFD", c))))
        values = [d.numeric(c, None) for d in (unicodedata, old)]
        digits = [d.decimal(c, None) for d in (unicodedata, old)]
        if values[0] != values[1] or digits[0] != digits[1]:
            old_numbers.append((cp, values[1], digits[1]))

result = json.dumps(
    {
        "version": unicodedata.unidata_version,
        "now": dump_records(unicodedata),
        "old": dump_records(old),
        "decompositions": decompositions,
        "corrections": corrections,
        "exclusions": exclusions,
        "oldNumbers": old_numbers,
    }
)
