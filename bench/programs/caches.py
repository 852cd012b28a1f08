"""Containers of own classes: an LRU cache, a trie, a linked list, special methods that are called by operators."""

GROUP = "language"
SIZE = 3000


class Link:
    __slots__ = ("key", "value", "previous", "next")


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.links = {}
        self.root = root = Link()
        root.previous = root.next = root

    def __len__(self):
        return len(self.links)

    def __contains__(self, key):
        return key in self.links

    def __getitem__(self, key):
        link = self.links[key]
        self.detach(link)
        self.attach(link)
        return link.value

    def __setitem__(self, key, value):
        if len(self) >= self.capacity:
            oldest = self.root.next
            self.detach(oldest)
            del self.links[oldest.key]
        link = self.links[key] = Link()
        link.key, link.value = key, value
        self.attach(link)

    def detach(self, link):
        link.previous.next, link.next.previous = link.next, link.previous

    def attach(self, link):
        last = self.root.previous
        link.previous, link.next = last, self.root
        last.next = self.root.previous = link


class Trie:
    def __init__(self):
        self.children = {}
        self.count = 0

    def add(self, word):
        node = self
        for char in word:
            if char not in node.children:
                node.children[char] = Trie()
            node = node.children[char]
            node.count += 1

    def __getitem__(self, prefix):
        node = self
        for char in prefix:
            node = node.children.get(char)
            if node is None:
                return 0
        return node.count


def run(size):
    cache = Cache(50)
    hits = 0
    value = 1
    for _ in range(size):
        value = value * 48271 % 2147483647
        key = value % 80
        if key in cache:
            hits += cache[key] == key * key
        else:
            cache[key] = key * key
    trie = Trie()
    for i in range(size // 2):
        trie.add(str(i * 7919))
    return hits, len(cache), [trie[p] for p in ("1", "12", "79", "9999")]
