"""SystemExit with a number."""
import sys
print('ends with 3')
raise SystemExit(3)
