def f(place):
    return f'Grüezi {place}! ({len(place)} characters, {len(place.encode())} bytes)'
