from ..module import value
from . import sibling
from .sibling import name as other_name
result = value, other_name, sibling.__name__
