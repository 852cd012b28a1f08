"""re: searching, substitution, groups, alternatives, back-tracking, tokenizing."""

import re

GROUP = "library"
SIZE = 500

LINE = re.compile(r"(?P<host>\d+\.\d+\.\d+\.\d+) - (\S+) \[([^\]]+)\] \"(GET|POST) (/[^ ]*) HTTP/(\d\.\d)\" (\d{3}) (\d+|-)")
WORD = re.compile(r"\b[a-z]+(?:ing|ed|s)\b", re.I)
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(\*\*|[-+*/()=]))")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
TWICE = re.compile(r"\b(\w+)\s+\1\b")

PROSE = (
    "The waiting engines worked and worked through nested passages; someone called jane.doe+x@mail.example.org "
    'while "a \\"quoted\\" part" followed the the others, walking past walls, rings and winged kings. '
)


def run(size):
    lines = [
        '10.0.%d.%d - user%d [10/Oct/2000:13:55:%02d] "%s /page/%d?q=%d HTTP/1.1" %d %d'
        % (i % 256, i * 7 % 256, i, i % 60, "GET" if i % 3 else "POST", i, i * i, 200 + i % 5, i * 100)
        for i in range(size)
    ]
    parsed = [LINE.match(line) for line in lines]
    sizes = sum(int(m.group(8)) for m in parsed if m.group("host").endswith("0"))
    prose = PROSE * (size // 10 + 1)
    words = WORD.findall(prose)
    mails = MAIL.findall(prose)
    quoted = QUOTED.sub(lambda m: m.group()[1:-1].upper(), prose)
    twice = [m.span() for m in TWICE.finditer(prose)]
    expression = "alpha = (beta + 3.14) * gamma_2 ** 2 - 17 / (x1 + 5) " * (size // 10)
    kinds = [m.lastindex for m in TOKEN.finditer(expression)]
    pieces = re.split(r"[;,.]\s*", prose)
    squeezed = re.sub(r"\s+", " ", prose.replace(" ", "  "))
    return sizes, len(words), len(mails), len(quoted), twice[:3], sum(kinds), len(pieces), squeezed == prose
