/** `ast.dump`: a tree as text. */
import { reprConstant, reprText } from '../base/constant-repr.ts';
import { type LiteralConstant, textFromUtf16 } from '../base/constant.ts';
import { type AstNode, ENUM_SUMS, NODE_FIELDS } from './nodes.generated.ts';

export interface DumpOptions {
  /** Write the names of fields; true unless told. */
  readonly annotateFields?: boolean;
  /** Write positions. */
  readonly includeAttributes?: boolean;
  /** Spread over lines, indented by so many spaces or by this text. */
  readonly indent?: number | string;
  /** Write empty lists too. */
  readonly showEmpty?: boolean;
}

const ATTRIBUTES = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;

interface Formatted {
  readonly text: string;
  readonly isSimple: boolean;
}

/** The text that `ast.dump` gives for a tree. @cpython Lib/ast.py dump (3.14) */
export function dump(tree: AstNode, options: DumpOptions = {}): string {
  const annotateFields = options.annotateFields ?? true;
  const includeAttributes = options.includeAttributes ?? false;
  const showEmpty = options.showEmpty ?? false;
  const indent = typeof options.indent === 'number' ? ' '.repeat(options.indent) : options.indent;

  const separators = (level: number): [prefix: string, separator: string] => {
    if (indent === undefined) return ['', ', '];
    const margin = `\n${indent.repeat(level)}`;
    return [margin, `,${margin}`];
  };

  const formatList = (items: readonly unknown[], type: string, outer: number): Formatted => {
    if (items.length === 0) return { text: '[]', isSimple: true };
    const level = outer + 1;
    const [prefix, separator] = separators(level);
    const texts = items.map((item) => formatValue(item, type, level).text);
    return { text: `[${prefix}${texts.join(separator)}]`, isSimple: false };
  };

  const formatValue = (value: unknown, spelled: string, level: number): Formatted => {
    const type = spelled.replace(/[*?]$/, '');
    if (spelled.endsWith('*')) return formatList(value as readonly unknown[], type, level);
    if (value === null) return { text: 'None', isSimple: true };
    if (type in ENUM_SUMS) return { text: `${value as string}()`, isSimple: true };
    if (type === 'str') {
      // Names are UTF-16, so that a character above U+FFFF is a pair of surrogates.
      return { text: reprText(textFromUtf16(value as string)), isSimple: true };
    }
    if (type === 'int' || type === 'object') {
      return { text: reprConstant(value as LiteralConstant), isSimple: true };
    }
    return formatNode(value as AstNode, level);
  };

  const formatNode = (node: AstNode, outer: number): Formatted => {
    const level = outer + 1;
    const [prefix, separator] = separators(level);
    const { fields, hasPosition } = NODE_FIELDS[node.node];
    const args: string[] = [];
    let pending: string[] = [];
    let allSimple = true;
    let keywords = annotateFields;
    const values = node as unknown as Readonly<Record<string, unknown>>;
    for (const [name, type] of fields) {
      const value = values[name];
      if (value === null && type.endsWith('?')) {
        keywords = true;
        continue;
      }
      if (!showEmpty) {
        if (Array.isArray(value) && value.length === 0 && type.endsWith('*')) {
          if (!keywords) pending.push('[]');
          continue;
        }
        if (!keywords) {
          args.push(...pending);
          pending = [];
        }
      }
      const { text, isSimple } = formatValue(value, type, level);
      allSimple &&= isSimple;
      args.push(keywords ? `${name}=${text}` : text);
    }
    if (includeAttributes && hasPosition) {
      for (const name of ATTRIBUTES) args.push(`${name}=${String(values[name])}`);
    }
    if (allSimple && args.length <= 3) return { text: `${node.node}(${args.join(', ')})`, isSimple: args.length === 0 };
    return { text: `${node.node}(${prefix}${args.join(separator)})`, isSimple: false };
  };

  return formatNode(tree, 0).text;
}
