def table(counts):
    """Yields a line for each word, the most frequent first."""
    for word, count in sorted(counts.items(), key=lambda item: -item[1]):
        yield f'{word:8}{"●" * count}'
