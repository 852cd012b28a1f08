// Random Python programs of functions with loops, for comparing compiled code with the interpreter.

/** A generator of numbers below 1 from a seed. */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The source of a program that prints what many calls of a few functions return or raise. */
export function randomProgram(seed) {
  const next = randomNumbers(seed);
  const below = (n) => Math.floor(next() * n);
  const pick = (items) => items[below(items.length)];
  const names = ['a', 'b', 'c', 'd'];
  const constant = () =>
    pick([
      '0',
      '1',
      '2',
      '7',
      '-3',
      '255',
      '2**31',
      '2**53',
      '10**20',
      '0.5',
      '-1.5',
      '1e300',
      'True',
      'None',
      "'x'",
      "'yz'",
    ]);
  const expression = (depth) => {
    if (depth === 0) return next() < 0.6 ? pick(names) : constant();
    const sub = () => expression(depth - 1);
    return pick([
      () => `(${sub()} ${pick(['+', '-', '*', '/', '//', '%', '&', '|', '^'])} ${sub()})`,
      () => `(${sub()} ${pick(['<', '<=', '==', '!=', '>', '>=', 'is', 'is not'])} ${sub()})`,
      () => `(${sub()} if ${sub()} else ${sub()})`,
      () => `(-${sub()})`,
      () => `(not ${sub()})`,
      () => `[${sub()}, ${sub()}][${pick(['0', '1', '-1', pick(names)])}]`,
      () => `{1: ${sub()}, 'x': ${sub()}}.get(${sub()}, 3)`,
      () => `${pick(['abs', 'str', 'len', 'int', 'float', 'type'])}(${sub()})`,
      () => `max(${sub()}, ${sub()})`,
      () => `box.${pick(['p', 'q'])}`,
      () => `box.add(${sub()})`,
      () => `(${sub()}, ${sub()})[${below(2)}]`,
      () => `[x for x in (${sub()}, ${sub()})][0]`,
      () => `f${below(3)}(${sub()}, ${sub()}, depth + 1)`,
    ])();
  };
  const statements = (indent, depth) => {
    const pad = '    '.repeat(indent);
    const lines = [];
    for (let i = 1 + below(3); i > 0; i--) {
      const kind = below(depth > 0 ? 9 : 4);
      const body = () => statements(indent + 1, depth - 1);
      if (kind < 2) lines.push(`${pad}${pick(names)} = ${expression(2)}`);
      else if (kind === 2) lines.push(`${pad}${pick(names)} ${pick(['+=', '-=', '*='])} ${expression(1)}`);
      else if (kind === 3) lines.push(`${pad}box.${pick(['p', 'q'])} = ${expression(1)}`);
      else if (kind === 4) lines.push(`${pad}if ${expression(2)}:`, body(), `${pad}else:`, body());
      else if (kind === 5) lines.push(`${pad}for ${pick(names)} in range(${1 + below(9)}):`, body());
      else if (kind === 6) lines.push(`${pad}for ${pick(names)} in [${expression(1)}, ${expression(1)}]:`, body());
      else if (kind === 7)
        lines.push(`${pad}try:`, body(), `${pad}except ${pick(['TypeError', 'Exception'])}:`, body());
      else
        lines.push(`${pad}for x in range(4):`, body(), `${pad}    if ${expression(1)}: ${pick(['break', 'continue'])}`);
    }
    return lines.join('\n');
  };
  const functions = [0, 1, 2].map(
    (i) => `def f${i}(a, b, depth=0):
    if depth > 2: return a
    c = d = 1
    box = Box()
${statements(1, 2)}
    return (a, b, c, d, box.p)
`,
  );
  return `class Box:
    def __init__(self):
        self.p = 1
        self.q = 0.5
    def add(self, x):
        return self.p + x
def shown(value):
    text = repr(value)
    return text if len(text) < 300 else text[:300] + str(len(text))
${functions.join('')}
for f in (f0, f1, f2):
    for a in (1, 2.5, 'x', 2**52, None, -7):
        for b in (3, 0, 0.25):
            for _ in range(4):
                try:
                    result = shown(f(a, b))
                except (ArithmeticError, TypeError, ValueError, IndexError, AttributeError, KeyError) as error:
                    result = type(error).__name__ + str(error)[:80]
            print(result)
`;
}
