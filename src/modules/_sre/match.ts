/** The type `re.Match`. @cpython Modules/_sre/sre.c */
import {
  None,
  PyDict,
  PyTuple,
  rawMethod,
  reprText,
  typeError,
  typeSpec,
  asText,
  type Value,
} from '../../objects/core/index.ts';
import { documentedClassMethods, documentedGetters, documentedMethods } from '../../objects/int/documented.ts';
import { makeGenericAlias } from '../../objects/generic-alias/index.ts';
import { sliceText, textLength } from '../../objects/str/index.ts';
import { MATCH_DOC, MATCH_DOCS } from './sre-docs.ts';
import { matchType, type PyMatch } from './py-pattern.ts';
import { groupNumber, groupSlice } from './match-groups.ts';
import { compileTemplate, expandTemplate, joinParts } from './template.ts';

function groupOr(match: PyMatch, group: Value | undefined, fallback: Value): Value {
  return groupSlice(match, groupNumber(match, group)) ?? fallback;
}

function spanOf(match: PyMatch, group: number): Value {
  return new PyTuple([match.spans[group * 2]!, match.spans[group * 2 + 1]!]);
}

/** Pattern with as many groups as the match. */
function groupCount(match: PyMatch): number {
  return match.spans.length / 2;
}

export const matchSpec = typeSpec(matchType, {
  doc: MATCH_DOC,
  slots: {
    tp_repr: (object) => {
      const match = object as PyMatch;
      const shown = reprText(groupSlice(match, 0) ?? None);
      const text = sliceText(shown, 0, Math.min(textLength(shown), 50));
      return joinParts([`<re.Match object; span=(${match.spans[0]}, ${match.spans[1]}), match=`, text, '>'], false);
    },
    mp_subscript: (self, key) => groupOr(self as PyMatch, key, None),
  },
  methods: {
    group: rawMethod(MATCH_DOCS.group[1], (self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError('Match.group() takes no keyword arguments');
      const match = self as PyMatch;
      if (args.length < 2) return groupOr(match, args[0], None);
      return new PyTuple(args.map((group) => groupOr(match, group, None)));
    }),
    ...documentedMethods(MATCH_DOCS, {
      start: (self: PyMatch, group: Value | undefined) => self.spans[groupNumber(self, group) * 2]!,
      end: (self: PyMatch, group: Value | undefined) => self.spans[groupNumber(self, group) * 2 + 1]!,
      span: (self: PyMatch, group: Value | undefined) => spanOf(self, groupNumber(self, group)),
      groups: (self: PyMatch, fallback: Value | undefined) => {
        const items: Value[] = [];
        for (let i = 1; i < groupCount(self); i++) items.push(groupSlice(self, i) ?? fallback ?? None);
        return new PyTuple(items);
      },
      groupdict: (self: PyMatch, fallback: Value | undefined) => {
        const result = new PyDict();
        for (const name of self.pattern.groupIndex.keys()) result.set(name, groupOr(self, name, fallback ?? None));
        return result;
      },
      expand: (self: PyMatch, template: Value) => {
        const text = asText(template);
        if (typeof text === 'string' && !text.includes('\\')) return text;
        return expandTemplate(compileTemplate(self.pattern, template), self);
      },
      __copy__: (self: PyMatch) => self,
      __deepcopy__: (self: PyMatch) => self,
    }),
    ...documentedClassMethods(MATCH_DOCS, {
      __class_getitem__: (type: Value, item: Value) => makeGenericAlias(type, item),
    }),
  },
  members: documentedGetters(MATCH_DOCS, {
    string: (self) => (self as PyMatch).source.value,
    re: (self) => (self as PyMatch).pattern,
    pos: (self) => (self as PyMatch).pos,
    endpos: (self) => (self as PyMatch).endpos,
  }),
  getset: documentedGetters(MATCH_DOCS, {
    lastindex: (self) => ((self as PyMatch).lastIndex >= 0 ? (self as PyMatch).lastIndex : None),
    lastgroup: (self) => {
      const match = self as PyMatch;
      return match.lastIndex >= 0 ? (match.pattern.indexGroup.items[match.lastIndex] ?? None) : None;
    },
    regs: (self) => {
      const match = self as PyMatch;
      return (match.regs ??= new PyTuple(Array.from({ length: groupCount(match) }, (_, i) => spanOf(match, i))));
    },
  }),
});
