/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _sre. */
export const SRE_DOCS = {
  compile: ['($module, /, pattern, flags, code, groups, groupindex,\n        indexgroup)', null],
  template: [
    '($module, pattern, template, /)',
    '\n\n  template\n    A list containing interleaved literal strings (str or bytes) and group\n    indices (int), as returned by re._parser.parse_template():\n        [literal1, group1, ..., literalN, groupN]',
  ],
  getcodesize: ['($module, /)', null],
  ascii_iscased: ['($module, character, /)', null],
  unicode_iscased: ['($module, character, /)', null],
  ascii_tolower: ['($module, character, /)', null],
  unicode_tolower: ['($module, character, /)', null],
} as const satisfies DocTable;

/** Methods and attributes of re.Pattern. */
export const PATTERN_DOCS = {
  match: [
    '($self, /, string, pos=0, endpos=sys.maxsize)',
    'Matches zero or more characters at the beginning of the string.',
  ],
  fullmatch: ['($self, /, string, pos=0, endpos=sys.maxsize)', 'Matches against all of the string.'],
  search: [
    '($self, /, string, pos=0, endpos=sys.maxsize)',
    'Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.',
  ],
  sub: [
    '($self, /, repl, string, count=0)',
    'Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.',
  ],
  subn: [
    '($self, /, repl, string, count=0)',
    'Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.',
  ],
  findall: [
    '($self, /, string, pos=0, endpos=sys.maxsize)',
    'Return a list of all non-overlapping matches of pattern in string.',
  ],
  split: ['($self, /, string, maxsplit=0)', 'Split string by the occurrences of pattern.'],
  finditer: [
    '($self, /, string, pos=0, endpos=sys.maxsize)',
    'Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.',
  ],
  scanner: ['($self, /, string, pos=0, endpos=sys.maxsize)', null],
  __copy__: ['($self, /)', null],
  __deepcopy__: ['($self, memo, /)', null],
  __class_getitem__: ['($type, object, /)', 'Patterns are generic over the type of string they handle (str or bytes)'],
  pattern: [null, 'The pattern string from which the RE object was compiled.'],
  flags: [null, 'The regex matching flags.'],
  groups: [null, 'The number of capturing groups in the pattern.'],
  groupindex: [null, 'A dictionary mapping group names to group numbers.'],
} as const satisfies DocTable;

export const PATTERN_DOC = 'Compiled regular expression object.';

/** Methods and attributes of re.Match. */
export const MATCH_DOCS = {
  group: [
    null,
    'group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 returns the entire match.',
  ],
  start: ['($self, group=0, /)', 'Return index of the start of the substring matched by group.'],
  end: ['($self, group=0, /)', 'Return index of the end of the substring matched by group.'],
  span: ['($self, group=0, /)', 'For match object m, return the 2-tuple (m.start(group), m.end(group)).'],
  groups: [
    '($self, /, default=None)',
    'Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that did not participate in the match.',
  ],
  groupdict: [
    '($self, /, default=None)',
    'Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  default\n    Is used for groups that did not participate in the match.',
  ],
  expand: [
    '($self, /, template)',
    'Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.',
  ],
  __copy__: ['($self, /)', null],
  __deepcopy__: ['($self, memo, /)', null],
  __class_getitem__: [
    '($type, object, /)',
    'Matches are generic over the type of string which was matched (str or bytes)',
  ],
  string: [null, 'The string passed to match() or search().'],
  re: [null, 'The regular expression object.'],
  pos: [null, 'The index into the string at which the RE engine started looking for a match.'],
  endpos: [null, 'The index into the string beyond which the RE engine will not go.'],
  lastindex: [null, 'The integer index of the last matched capturing group.'],
  lastgroup: [null, 'The name of the last matched capturing group.'],
  regs: [null, null],
} as const satisfies DocTable;

export const MATCH_DOC =
  'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.';

/** Methods of scanners. */
export const SCANNER_DOCS = {
  match: ['($self, /)', null],
  search: ['($self, /)', null],
  pattern: [null, null],
} as const satisfies DocTable;
