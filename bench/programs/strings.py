"""Building and taking apart text: joins, slices, formatting, case, search and replacement."""

GROUP = "language"
SIZE = 800


def caesar(text, shift):
    out = []
    for char in text:
        if "a" <= char <= "z":
            out.append(chr((ord(char) - 97 + shift) % 26 + 97))
        else:
            out.append(char)
    return "".join(out)


def is_palindrome(text):
    i, j = 0, len(text) - 1
    while i < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True


def run(size):
    lines = []
    for i in range(size):
        lines.append(f"{i:04d}|{i * 1.5:>10.2f}|{'name' + str(i):<12}|{i:x}")
        lines.append("%s-%d-%r" % ("abc", i, str(i)))
        lines.append("{0} and {1!r} and {name}".format(i, "x", name="y"))
    page = "\n".join(lines)
    fields = [line.split("|") for line in page.splitlines() if "|" in line]
    secret = caesar(page[:600].lower(), 3)
    plain = caesar(secret, -3)
    built = ""
    for i in range(size):
        built += str(i % 10)
    palindromes = sum(is_palindrome(str(i)) for i in range(size * 4))
    words = page.replace("|", " ").title().split()
    trimmed = [field[2].strip().rjust(9, ".") for field in fields]
    return len(page), plain == page[:600].lower(), palindromes, len(words), trimmed[-1], built.count("12"), page.find("0200")
