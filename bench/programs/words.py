"""Dicts and strings: counting words, anagrams, an inverted index, n-grams."""

GROUP = "language"
SIZE = 4000

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu".split()


def text(n):
    seed = 7
    for _ in range(n):
        seed = (seed * 16807) % 2147483647
        a, b = seed % 25, seed // 25 % 5
        yield SYLLABLES[a] + SYLLABLES[b] + ("n" if seed % 3 == 0 else "")


def run(size):
    words = list(text(size))
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    anagrams = {}
    for word in counts:
        anagrams.setdefault("".join(sorted(word)), []).append(word)
    index = {}
    for position, word in enumerate(words):
        if word not in index:
            index[word] = [position]
        else:
            index[word].append(position)
    grams = {}
    for i in range(len(words) - 1):
        key = (words[i], words[i + 1])
        grams[key] = grams.get(key, 0) + 1
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
    merged = {**counts, **{word.upper(): 1 for word in counts if word.startswith("ba")}}
    for word in [w for w in merged if len(w) > 4]:
        del merged[word]
    return common, len(anagrams), sum(map(len, index.values())), max(grams.values()), len(merged)
