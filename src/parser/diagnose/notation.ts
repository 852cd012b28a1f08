/**
 * Reads the notation of the grammar tables (see `grammar.ts`) and makes matchers of it.
 */
import { assert } from '../../base/assert.ts';
import * as T from '../../lexer/token.ts';
import { type Action, makeAction } from './actions.ts';
import { type Machine, makeMatch, type Match, type Matcher, NOTHING } from './machine.ts';

/** The rules of a grammar by name. */
export type Rules = ReadonlyMap<string, Matcher>;

const TOKEN_CLASSES: Readonly<Record<string, number>> = {
  ENDMARKER: T.ENDMARKER,
  NAME: T.NAME,
  NUMBER: T.NUMBER,
  STRING: T.STRING,
  NEWLINE: T.NEWLINE,
  INDENT: T.INDENT,
  DEDENT: T.DEDENT,
  TYPE_COMMENT: T.TYPE_COMMENT,
  FSTRING_START: T.FSTRING_START,
  FSTRING_MIDDLE: T.FSTRING_MIDDLE,
  FSTRING_END: T.FSTRING_END,
  TSTRING_START: T.TSTRING_START,
  TSTRING_MIDDLE: T.TSTRING_MIDDLE,
  TSTRING_END: T.TSTRING_END,
};

const SOFT_KEYWORDS = new Set(['_', 'case', 'match', 'type']);

interface Item {
  readonly match: Matcher;
  readonly capture: string;
  readonly isCut: boolean;
  /** Lookaheads and the cut are no part of the result. */
  readonly isSilent: boolean;
}

interface Alternative {
  readonly items: readonly Item[];
  readonly action: Action | null;
  /** The alternative is nothing but a rule for mistakes. */
  readonly isInvalidRule: boolean;
}

/** Makes the matchers of a grammar. */
export function compileGrammar(text: string): Rules {
  const rules = new Map<string, Matcher>();
  const heads = [...text.matchAll(/^(\w+)([!^]?) = /gm)];
  heads.forEach((head, index) => {
    const name = head[1]!;
    const body = text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length);
    let matcher: Matcher | null = null;
    // A rule's body is read when the rule is first tried: most errors need few rules.
    const run: Matcher = (machine) => (matcher ??= new BodyReader(body, rules).read())(machine);
    rules.set(name, counted(decorate(name, head[2]!, index, run)));
  });
  return rules;
}

/** What is a function of its own in CPython's parser. */
function counted(run: Matcher): Matcher {
  return (machine) => machine.descend(run);
}

function decorate(name: string, flag: string, index: number, run: Matcher): Matcher {
  if (flag === '!') return (machine) => machine.memoized(index, run);
  if (flag === '^') return (machine) => machine.leftRecursive(index, run);
  if (!name.endsWith('_without_invalid')) return run;
  return (machine) => {
    const before = machine.callInvalidRules;
    machine.callInvalidRules = false;
    const result = run(machine);
    machine.callInvalidRules = before;
    return result;
  };
}

/** Reads one rule's body. */
class BodyReader {
  private readonly words: readonly string[];
  private readonly rules: Rules;
  private pos = 0;

  constructor(body: string, rules: Rules) {
    this.words = body.match(/'[^']+'|"(?:[^"\\]|\\.)*"|->|&&|\w+|\S/g) ?? [];
    this.rules = rules;
  }

  read(): Matcher {
    const matcher = this.choice();
    assert(this.pos === this.words.length, `grammar: unexpected ${this.words[this.pos] ?? 'end'}`);
    return matcher;
  }

  private peek(): string {
    return this.words[this.pos] ?? '';
  }

  private take(word: string): boolean {
    if (this.peek() !== word) return false;
    this.pos++;
    return true;
  }

  private choice(): Matcher {
    const alternatives = [this.alternative()];
    while (this.take('/')) alternatives.push(this.alternative());
    return choiceMatcher(alternatives);
  }

  private alternative(): Alternative {
    const items: Item[] = [];
    const first = this.peek();
    while (!['/', ')', '->', ''].includes(this.peek())) items.push(this.item());
    const action = this.take('->') ? this.action() : null;
    return { items, action, isInvalidRule: items.length === 1 && first.startsWith('invalid_') };
  }

  private action(): Action {
    const words: string[] = [];
    let depth = 0;
    for (;;) {
      const word = this.peek();
      if (word === '(') depth++;
      else if (word === ')' && depth-- === 0) break;
      if (word === '' || word === '/') break;
      words.push(word);
      this.pos++;
    }
    return makeAction(words);
  }

  private item(): Item {
    if (this.take('~')) return { match: () => NOTHING, capture: '', isCut: true, isSilent: true };
    if (this.take('&&')) return { match: this.forced(), capture: '', isCut: false, isSilent: false };
    if (this.take('&')) return { match: lookahead(this.operand(), true), capture: '', isCut: false, isSilent: true };
    if (this.take('!')) return { match: lookahead(this.operand(), false), capture: '', isCut: false, isSilent: true };
    let capture = '';
    if (/^[abc]$/.test(this.peek()) && this.words[this.pos + 1] === ':') {
      capture = this.peek();
      this.pos += 2;
    }
    return { match: this.operand(), capture, isCut: false, isSilent: false };
  }

  private operand(): Matcher {
    const atom = this.atom();
    if (this.take('?')) return (machine) => atom(machine) ?? NOTHING;
    if (this.take('*')) return counted(repetition(atom, 0));
    if (this.take('+')) return counted(repetition(atom, 1));
    if (this.take('%')) return counted(separated(atom, this.atom()));
    return atom;
  }

  private atom(): Matcher {
    const word = this.peek();
    this.pos++;
    if (word === '(') {
      const inner = this.choice();
      assert(this.take(')'), 'grammar: ) expected');
      return counted(inner);
    }
    if (word.startsWith("'")) {
      const kind = tokenKind(word.slice(1, -1));
      return (machine) => machine.expect(kind);
    }
    if (word.startsWith('"')) {
      const keyword = word.slice(1, -1);
      return (machine) => machine.expectSoftKeyword(keyword);
    }
    const tokenClass = TOKEN_CLASSES[word];
    if (word === 'NUMBER') {
      return (machine) => {
        const token = machine.expect(T.NUMBER);
        if (token !== null) machine.literals.checkNumber(token.start, machine.complaints);
        return token;
      };
    }
    if (tokenClass !== undefined) return (machine) => machine.expect(tokenClass);
    if (word === 'SOFT_KEYWORD') {
      return (machine) =>
        machine.look() === T.NAME && SOFT_KEYWORDS.has(machine.textOf(machine.mark)) ? machine.expect(T.NAME) : null;
    }
    const rule = this.rules.get(word);
    assert(rule !== undefined, `grammar: no rule ${word}`);
    return rule;
  }

  /** `&&':'`: the token must be there. @cpython Parser/pegen.c _PyPegen_expect_forced_token (3.14) */
  private forced(): Matcher {
    const spelling = this.peek().slice(1, -1);
    this.pos++;
    const kind = tokenKind(spelling);
    return (machine) => {
      const match = machine.expect(kind);
      if (match === null) machine.complaints.atLastToken(machine.mark, `expected '${spelling}'`);
      return match;
    };
  }
}

function tokenKind(spelling: string): number {
  const keyword = T.KEYWORDS.indexOf(spelling);
  if (keyword >= 0) return T.FIRST_KEYWORD + keyword;
  const operator = T.OPERATORS.find(([text]) => text === spelling);
  assert(operator !== undefined, `grammar: no token ${spelling}`);
  return operator[1];
}

function choiceMatcher(alternatives: readonly Alternative[]): Matcher {
  if (alternatives.length === 1 && alternatives[0]!.items.length === 1 && alternatives[0]!.action === null) {
    return alternatives[0]!.items[0]!.match;
  }
  return (machine) => {
    const start = machine.mark;
    for (const alternative of alternatives) {
      if (alternative.isInvalidRule && !machine.callInvalidRules) continue;
      const attempt = matchAlternative(machine, alternative, start);
      if (attempt !== FAILED) return attempt === CUT ? null : attempt;
      machine.mark = start;
    }
    return null;
  };
}

const FAILED = Symbol('failed');
const CUT = Symbol('cut');

/** The alternative's result; null where its action refuses, which ends the rule. */
function matchAlternative(
  machine: Machine,
  alternative: Alternative,
  start: number,
): Match | null | typeof FAILED | typeof CUT {
  let a: Match | null = null;
  let b: Match | null = null;
  let c: Match | null = null;
  let only: Match | null = null;
  let spoken = 0;
  let isCut = false;
  for (const item of alternative.items) {
    if (item.isCut) {
      isCut = true;
      continue;
    }
    const match = item.match(machine);
    if (match === null) {
      machine.mark = start;
      return isCut ? CUT : FAILED;
    }
    if (item.capture === 'a') a = match;
    else if (item.capture === 'b') b = match;
    else if (item.capture === 'c') c = match;
    if (!item.isSilent) {
      only = match;
      spoken++;
    }
  }
  if (alternative.action !== null) return alternative.action(machine, start, a, b, c);
  return spoken === 1 ? only : makeMatch('group', start, Math.max(start, machine.mark - 1));
}

function lookahead(inner: Matcher, isPositive: boolean): Matcher {
  return (machine) => {
    const mark = machine.mark;
    const match = inner(machine);
    machine.mark = mark;
    return (match !== null) === isPositive ? NOTHING : null;
  };
}

function repetition(inner: Matcher, minimum: number): Matcher {
  return (machine) => {
    const start = machine.mark;
    const parts: Match[] = [];
    for (;;) {
      const mark = machine.mark;
      const match = inner(machine);
      if (match === null) {
        machine.mark = mark;
        break;
      }
      parts.push(match);
      if (machine.mark === mark) break;
    }
    if (parts.length < minimum) {
      machine.mark = start;
      return null;
    }
    return makeMatch('list', start, Math.max(start, machine.mark - 1), parts);
  };
}

function separated(inner: Matcher, separator: Matcher): Matcher {
  return (machine) => {
    const start = machine.mark;
    const first = inner(machine);
    if (first === null) {
      machine.mark = start;
      return null;
    }
    const parts = [first];
    for (;;) {
      const mark = machine.mark;
      const match = separator(machine) === null ? null : inner(machine);
      if (match === null) {
        machine.mark = mark;
        break;
      }
      parts.push(match);
    }
    return makeMatch('list', start, machine.mark - 1, parts);
  };
}
