"""SystemExit with a text, after output and a finally."""
import sys
try:
    print('working')
    sys.exit('something went wrong: ä')
finally:
    print('cleaned up')
