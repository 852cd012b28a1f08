/** The scanner behind `finditer` and `Pattern.scanner`. @cpython Modules/_sre/sre.c _sre_SRE_Scanner_search_impl */
import { None, method, typeSpec, type Value } from '../../objects/core/index.ts';
import { matchHere, searchFrom } from './search.ts';
import { matchFromState } from './match-groups.ts';
import { scannerType, type PyScanner } from './py-pattern.ts';

function next(self: PyScanner, find: typeof searchFrom): Value {
  const { state } = self;
  if (state.start < 0) return None;
  if (!find(self.pattern.program, state)) {
    state.start = -1;
    return None;
  }
  const match = matchFromState(self.pattern, self.source, self.pos, state);
  state.mustAdvance = state.ptr === state.start;
  state.start = state.ptr;
  return match;
}

export const scannerSearch = method('($self, /)', (self: PyScanner) => next(self, searchFrom));

export const scannerSpec = typeSpec(scannerType, {
  methods: {
    match: method('($self, /)', (self: PyScanner) => next(self, matchHere)),
    search: scannerSearch,
  },
  members: { pattern: { get: (self) => (self as PyScanner).pattern } },
});
