"""Dumps what Python's own str methods say of every code point; run in the oracle by unicode.mjs."""
import json
import unicodedata

import _sre

LIMIT = 0x110000
ALPHA, DECIMAL, DIGIT, NUMERIC, SPACE, LOWER, UPPER, TITLE, CASED, CASE_IGNORABLE, LINE_BREAK, SPECIAL_CASE = (
    1 << i for i in range(12)
)


def is_final_sigma(before):
    return (before + "Σ").lower().endswith("ς")


def is_cased(c):
    return (c + "a").title()[-1] == "a"


def type_record(cp):
    c = chr(cp)
    flags = 0
    for bit, test in (
        (ALPHA, c.isalpha()),
        (DECIMAL, c.isdecimal()),
        (DIGIT, c.isdigit()),
        (NUMERIC, c.isnumeric()),
        (SPACE, c.isspace()),
        (LOWER, c.islower()),
        (UPPER, c.isupper()),
        (TITLE, c.istitle() and not c.isupper()),
        (CASED, is_cased(c)),
        (CASE_IGNORABLE, is_final_sigma("A" + c) and not is_final_sigma(" " + c)),
        (LINE_BREAK, len(("a" + c + "a").splitlines()) == 2),
    ):
        if test:
            flags |= bit
    mappings = [c.upper(), c.lower(), c.title(), c.casefold()]
    if any(len(m) != 1 for m in mappings):
        return [flags | SPECIAL_CASE, 0, _sre.unicode_tolower(cp) - cp, 0, 0], mappings
    return [flags, *(ord(m) - cp for m in mappings)], None


def runs(values):
    """[length, value, length, value, ...]"""
    out = []
    for value in values:
        if out and out[-1] == value:
            out[-2] += 1
        else:
            out += [1, value]
    return out


def types():
    records, indices, special = {}, [], {}
    for cp in range(LIMIT):
        record, mappings = type_record(cp)
        if mappings:
            special[cp] = mappings
        indices.append(records.setdefault(tuple(record), len(records)))
    return {
        "records": list(records),
        "runs": runs(indices),
        "special": special,
        "uncased": [cp for cp in special if not _sre.unicode_iscased(cp)],
    }


def numbers():
    decimal, digit, numeric = [], [], []
    for cp in range(LIMIT):
        c = chr(cp)
        value = unicodedata.decimal(c, None)
        if value is not None:
            if value == 0:
                decimal.append(cp)
            assert cp - decimal[-1] == value
            continue
        value = unicodedata.digit(c, None)
        if value is not None:
            digit.append((cp, value))
        value = unicodedata.numeric(c, None)
        if value is not None:
            for denominator in range(1, 1000):
                if (value * denominator).is_integer() or abs(value * denominator - round(value * denominator)) < 1e-10:
                    numerator = round(value * denominator)
                    assert numerator / denominator == value, (cp, value)
                    numeric.append((cp, numerator, denominator))
                    break
            else:
                raise AssertionError(cp)
    return {"decimal": decimal, "digit": digit, "numeric": numeric}


result = json.dumps({"version": unicodedata.unidata_version, "types": types(), "numbers": numbers()})
