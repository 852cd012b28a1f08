/**
 * Expressions as source text, for annotations under `from __future__ import annotations`. Text is UTF-16 inside.
 *
 * @cpython Python/ast_unparse.c (3.14)
 */
import { type LiteralConstant, textFromUtf16, WideString } from '../../base/constant.ts';
import type {
  arg,
  arguments as Arguments,
  BinOp,
  Call,
  cmpop,
  comprehension,
  Constant,
  Dict,
  expr,
  Lambda,
  operator,
  TemplateStr,
  unaryop,
} from '../../ast/nodes.generated.ts';
import { constantRepr, textRepr } from './constant-repr.ts';

const PR_TUPLE = 0;
const PR_TEST = 1;
const PR_OR = 2;
const PR_AND = 3;
const PR_NOT = 4;
const PR_CMP = 5;
const PR_EXPR = 6;
const PR_FACTOR = 12;
const PR_POWER = 13;
const PR_AWAIT = 14;
const PR_ATOM = 15;

const BINARY: Readonly<Record<operator, readonly [string, number]>> = {
  BitOr: [' | ', 6],
  BitXor: [' ^ ', 7],
  BitAnd: [' & ', 8],
  LShift: [' << ', 9],
  RShift: [' >> ', 9],
  Add: [' + ', 10],
  Sub: [' - ', 10],
  Mult: [' * ', 11],
  MatMult: [' @ ', 11],
  Div: [' / ', 11],
  Mod: [' % ', 11],
  FloorDiv: [' // ', 11],
  Pow: [' ** ', PR_POWER],
};

const UNARY: Readonly<Record<unaryop, readonly [string, number]>> = {
  Invert: ['~', PR_FACTOR],
  Not: ['not ', PR_NOT],
  UAdd: ['+', PR_FACTOR],
  USub: ['-', PR_FACTOR],
};

const COMPARISON: Readonly<Record<cmpop, string>> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
};

/** The text of an expression as a constant. */
export function unparseExpression(e: expr): string | WideString {
  return textFromUtf16(unparse(e, PR_TEST));
}

function parenthesize(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function list(expressions: readonly expr[], level = PR_TEST): string {
  return expressions.map((e) => unparse(e, level)).join(', ');
}

function unparse(e: expr, level: number): string {
  switch (e.node) {
    case 'Name':
      return e.id;
    case 'Constant':
      return constant(e);
    case 'Attribute': {
      const isInt =
        e.value.node === 'Constant' && (typeof e.value.value === 'number' || typeof e.value.value === 'bigint');
      return `${unparse(e.value, PR_ATOM)}${isInt ? ' .' : '.'}${e.attr}`;
    }
    case 'Subscript':
      return `${unparse(e.value, PR_ATOM)}[${unparse(e.slice, PR_TUPLE)}]`;
    case 'Call':
      return call(e);
    case 'Tuple': {
      if (e.elts.length === 0) return '()';
      return parenthesize(list(e.elts) + (e.elts.length === 1 ? ',' : ''), level > PR_TUPLE);
    }
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Set':
      return `{${list(e.elts)}}`;
    case 'Dict':
      return dict(e);
    case 'BinOp':
      return binOp(e, level);
    case 'UnaryOp': {
      const [text, priority] = UNARY[e.op];
      return parenthesize(text + unparse(e.operand, priority), level > priority);
    }
    case 'BoolOp': {
      const priority = e.op === 'And' ? PR_AND : PR_OR;
      const text = e.values.map((value) => unparse(value, priority + 1)).join(e.op === 'And' ? ' and ' : ' or ');
      return parenthesize(text, level > priority);
    }
    case 'Compare': {
      let text = unparse(e.left, PR_CMP + 1);
      e.ops.forEach((operator, i) => {
        text += COMPARISON[operator] + unparse(e.comparators[i]!, PR_CMP + 1);
      });
      return parenthesize(text, level > PR_CMP);
    }
    case 'Lambda':
      return parenthesize(lambda(e), level > PR_TEST);
    case 'IfExp': {
      const text = `${unparse(e.body, PR_TEST + 1)} if ${unparse(e.test, PR_TEST + 1)} else ${unparse(e.orelse, PR_TEST)}`;
      return parenthesize(text, level > PR_TEST);
    }
    case 'GeneratorExp':
      return `(${unparse(e.elt, PR_TEST)}${generators(e.generators)})`;
    case 'ListComp':
      return `[${unparse(e.elt, PR_TEST)}${generators(e.generators)}]`;
    case 'SetComp':
      return `{${unparse(e.elt, PR_TEST)}${generators(e.generators)}}`;
    case 'DictComp':
      return `{${unparse(e.key, PR_TEST)}: ${unparse(e.value, PR_TEST)}${generators(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${unparse(e.value, PR_TEST)})`;
    case 'YieldFrom':
      return `(yield from ${unparse(e.value, PR_TEST)})`;
    case 'Await':
      return parenthesize(`await ${unparse(e.value, PR_ATOM)}`, level > PR_AWAIT);
    case 'NamedExpr':
      return parenthesize(`${unparse(e.target, PR_ATOM)} := ${unparse(e.value, PR_ATOM)}`, level > PR_TUPLE);
    case 'Starred':
      return `*${unparse(e.value, PR_EXPR)}`;
    case 'Slice': {
      const bound = (part: expr | null): string => (part === null ? '' : unparse(part, PR_TEST));
      return `${bound(e.lower)}:${bound(e.upper)}${e.step === null ? '' : ':' + bound(e.step)}`;
    }
    case 'JoinedStr':
      return 'f' + stringRepr(stringBody(e.values));
    case 'TemplateStr':
      return templateString(e);
    case 'FormattedValue':
    case 'Interpolation':
      return stringPart(e);
  }
}

/** `repr()` of UTF-16 text. */
function stringRepr(text: string): string {
  return textRepr(textFromUtf16(text));
}

function constant(e: Constant): string {
  const { value } = e;
  if (typeof value === 'object' && value?.kind === 'ellipsis') return '...';
  return (e.kind ?? '') + constantText(value);
}

function constantText(value: LiteralConstant): string {
  if (typeof value === 'object' && value !== null) {
    if (value.kind === 'tuple') {
      return `(${value.items.map(constantText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    }
    if (value.kind === 'float' || value.kind === 'complex') return constantRepr(value).replaceAll('inf', '1e309');
  }
  return constantRepr(value);
}

function binOp(e: BinOp, level: number): string {
  const [text, priority] = BINARY[e.op];
  const isRight = e.op === 'Pow';
  const left = unparse(e.left, isRight ? priority + 1 : priority);
  const right = unparse(e.right, isRight ? priority : priority + 1);
  return parenthesize(left + text + right, level > priority);
}

function dict(e: Dict): string {
  const items = e.values.map((value, i) => {
    const key = e.keys[i] ?? null;
    return key === null ? `**${unparse(value, PR_EXPR)}` : `${unparse(key, PR_TEST)}: ${unparse(value, PR_TEST)}`;
  });
  return `{${items.join(', ')}}`;
}

function call(e: Call): string {
  const func = unparse(e.func, PR_ATOM);
  const first = e.args[0];
  if (e.args.length === 1 && e.keywords.length === 0 && first!.node === 'GeneratorExp') {
    return func + unparse(first!, PR_TEST);
  }
  const items = e.args.map((arg) => unparse(arg, PR_TEST));
  for (const { arg, value } of e.keywords) {
    items.push((arg === null ? '**' : `${arg}=`) + unparse(value, PR_TEST));
  }
  return `${func}(${items.join(', ')})`;
}

function generators(nodes: readonly comprehension[]): string {
  return nodes
    .map((node) => {
      const ifs = node.ifs.map((condition) => ` if ${unparse(condition, PR_TEST + 1)}`).join('');
      const word = node.is_async ? ' async for ' : ' for ';
      return `${word}${unparse(node.target, PR_TUPLE)} in ${unparse(node.iter, PR_TEST + 1)}${ifs}`;
    })
    .join('');
}

function parameter(node: arg): string {
  return node.annotation === null ? node.arg : `${node.arg}: ${unparse(node.annotation, PR_TEST)}`;
}

function parameters(args: Arguments): string {
  const items: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  positional.forEach((node, i) => {
    const value = args.defaults[i - positional.length + args.defaults.length];
    let text = parameter(node);
    if (value !== undefined) text += `=${unparse(value, PR_TEST)}`;
    if (args.posonlyargs.length > 0 && i + 1 === args.posonlyargs.length) text += ', /';
    items.push(text);
  });
  if (args.vararg !== null) items.push(`*${parameter(args.vararg)}`);
  else if (args.kwonlyargs.length > 0) items.push('*');
  args.kwonlyargs.forEach((node, i) => {
    const value = args.kw_defaults[i] ?? null;
    items.push(parameter(node) + (value === null ? '' : `=${unparse(value, PR_TEST)}`));
  });
  if (args.kwarg !== null) items.push(`**${parameter(args.kwarg)}`);
  return items.join(', ');
}

function lambda(e: Lambda): string {
  const hasPositional = e.args.args.length + e.args.posonlyargs.length > 0;
  return `lambda${hasPositional ? ' ' : ''}${parameters(e.args)}: ${unparse(e.body, PR_TEST)}`;
}

function stringBody(values: readonly expr[]): string {
  return values.map(stringPart).join('');
}

function textOf(value: LiteralConstant): string {
  if (typeof value === 'string') return value;
  return value instanceof WideString ? Array.from(value.codePoints, (code) => String.fromCodePoint(code)).join('') : '';
}

/** A part of an f-string or t-string, without quotes. */
function stringPart(e: expr): string {
  switch (e.node) {
    case 'Constant':
      return textOf(e.value).replaceAll('{', '{{').replaceAll('}', '}}');
    case 'FormattedValue':
      return braces(unparse(e.value, PR_TEST + 1), e.conversion, e.format_spec);
    case 'Interpolation':
      return braces(textOf(e.str), e.conversion, e.format_spec);
    default:
      return unparse(e, PR_TEST);
  }
}

function braces(text: string, conversion: number, formatSpec: expr | null): string {
  let result = (text.startsWith('{') ? '{ ' : '{') + text;
  if (conversion >= 0) result += '!' + String.fromCharCode(conversion);
  if (formatSpec !== null) {
    result += ':' + (formatSpec.node === 'JoinedStr' ? stringBody(formatSpec.values) : stringPart(formatSpec));
  }
  return result + '}';
}

/** A t-string joined with f-strings keeps those apart. */
function templateString(e: TemplateStr): string {
  if (e.values.length === 0) return "t''";
  const pieces: string[] = [];
  let pending: expr[] = [];
  for (const value of e.values) {
    if (value.node !== 'FormattedValue') {
      pending.push(value);
      continue;
    }
    if (pending.length > 0) pieces.push('t' + stringRepr(stringBody(pending)));
    pieces.push('f' + stringRepr(stringBody([value])));
    pending = [];
  }
  if (pending.length > 0) pieces.push('t' + stringRepr(stringBody(pending)));
  return pieces.join(' ');
}
