text = 'ä' + "never closed
print(text)
