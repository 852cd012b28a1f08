from . import public as seen
import regular
