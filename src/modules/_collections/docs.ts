/** Docstrings of `_collections`. */

export const MODULE_DOC = `High performance data structures.
- deque:        ordered collection accessible from endpoints only
- defaultdict:  dict subclass with a default value factory
`;

export const docs = {
  _count_elements: 'Count elements in the iterable, updating the mapping',
} as const;
