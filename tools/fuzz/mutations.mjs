// Random programs for fuzzing, the same for the same seed: pieces of the library with bytes or tokens changed, and
// programs made of random tokens.

/** Numbers from 0 to `below` - 1, the same in every run (xorshift32). */
export function randomNumbers(seed) {
  let state = (seed * 2654435761) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const TOKENS = (
  '( ) [ ] { } : , ; . ... -> = == != := <> < > <= >= << >> + - * ** / // % @ & | ^ ~ += -= *= @= ! $ ? \\ ` ' +
  'if else elif for in while def class return yield await async lambda with as try except finally raise import from ' +
  'global nonlocal del pass break continue assert match case type not and or is None True False __debug__ print ' +
  '_ x y z a.b f() x[0] 0 1 0777 0x1f 0b2 1_0 1e5 1.5j 10j 1if "s" \'t\' b"x" r"\\" f"{x}" f"{x!r:>{y}}" f"{ f"}" ' +
  't"{x}" """d""" """ " \' "\\x" "\\N{DIGIT ONE}" "\\d" é 名 \u{1f600} # #\u00a0type:int'
).split(' ');
const SPACES = ['', ' ', ' ', ' ', '\n', '\n    ', '\n  ', '\t', '\n\t', '\\\n', '\f', '\r\n', '    '];

function tokenProgram(random) {
  let text = '';
  for (let count = 1 + random(40); count > 0; count--) {
    text += TOKENS[random(TOKENS.length)] + SPACES[random(SPACES.length)];
  }
  return text;
}

const RULES = {
  program: ['S', 'S\nS', 'S\nS\nS', 'C', 'C\nS', 'S\nC\nC'],
  S: [
    'T = E',
    'T += E',
    'E',
    'T: E = E',
    'del T',
    'return E',
    'raise E',
    'assert E, E',
    'global x',
    'import x',
    'pass',
  ],
  C: [
    'def x(P):\n S\n S',
    'async def x(P): S',
    'class x(E): S',
    'if E: S\nelse: S',
    'for T in E: S',
    'while E:\n S\n break',
    'try: S\nexcept E as x: S\nfinally: S',
    'try: S\nexcept* E: S',
    'with E as T: S',
    'match E:\n case M: S\n case _: S',
    '@E\ndef x(): S',
    'type x[T1] = E',
    'def f[T1: E](x: E) -> E: yield E',
  ],
  P: ['', 'x', 'x, y=E', '*x, y', 'x, /, *, y', '**x', 'x: E = E'],
  T: ['x', 'x.y', 'x[E]', 'T, T', '*x, y', '(T)', '[T, T]'],
  M: ['1', 'x', 'M | M', '[M, *_]', '{E: M, **x}', 'x(M, y=M)', '_', 'x.y', 'M as x', '-1+2j', 'None', "'a'"],
  E: [
    ...'x y 1 2.5 "s" None True ... x.y x[E] E+E E*E -E (E) [E,E] {E:E} {E} (E,) (x:=E)'.split(' '),
    ...['E if E else E', 'lambda P: E', 'E < E < E', 'E and E', 'not E', 'E is E', 'E in E', 'E(E, *E, x=E, **E)'],
    ...['[E for T in E if E]', '(E for T in E)', '{E: E for T in E}', 'f"{E!r:{E}}"', 't"{E}"', 'await E', '(yield E)'],
    ...['x[E:E:E]', '[*E, E]', '"a" "b"', 'b"x"', '1j', '-1', '1 << 3', '"%s" % E', '"a" * 3', '(1, 2)[0]'],
  ],
};

function expand(symbol, depth, random) {
  const choices = RULES[symbol];
  const choice = choices[random(depth > 5 && symbol !== 'program' ? Math.min(3, choices.length) : choices.length)];
  return choice.replace(/\b[SCPTME]\b/g, (name) => expand(name, depth + 1, random));
}

function mutated(source, random) {
  let text = source;
  for (let count = 1 + random(3); count > 0; count--) {
    const from = random(text.length + 1);
    const to = Math.min(text.length, from + random(4));
    const piece = TOKENS[random(TOKENS.length)];
    const kind = random(6);
    if (kind === 0) text = text.slice(0, from) + text.slice(to);
    else if (kind === 1) text = text.slice(0, from) + piece + text.slice(from);
    else if (kind === 2) text = text.slice(0, from) + piece + text.slice(to);
    else if (kind === 3) text = text.slice(0, from);
    else if (kind === 4) text = text.slice(0, from) + String.fromCharCode(random(256)) + text.slice(from);
    else text = text.slice(0, from) + SPACES[random(SPACES.length)] + text.slice(to);
  }
  return text;
}

/** Text with some bytes changed, as bytes: mostly no UTF-8 any more. */
function withBadBytes(text, random) {
  const bytes = new TextEncoder().encode(text);
  for (let count = 1 + random(3); count > 0 && bytes.length > 0; count--) bytes[random(bytes.length)] = random(256);
  return bytes;
}

/** Input number `index`: text or bytes. `seeds` are good programs. */
export function fuzzInput(index, seeds) {
  const random = randomNumbers(index + 1);
  for (let i = 0; i < 8; i++) random(2);
  switch (index % 5) {
    case 0:
      return tokenProgram(random);
    case 1:
      return expand('program', 0, random);
    case 2:
      return mutated(expand('program', 0, random), random);
    case 3:
      return mutated(seeds[random(seeds.length)], random);
    default:
      return withBadBytes(seeds[random(seeds.length)], random);
  }
}

/** Functions and classes of source text, as seeds that are short. */
export function seedsOf(source) {
  return source.split(/\n(?=(?:@|def |class |async def |if |for |try|with ))/).filter((part) => part.length < 3000);
}
