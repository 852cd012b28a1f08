"""Uncaught: an operator in a long line with wide characters before it."""
größe, 長さ = 3, 'text'
result = [größe * 2, "日本語", größe + 長さ, größe]
