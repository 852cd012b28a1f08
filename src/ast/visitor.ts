/** Walking a tree. */
import { type AstNode, ENUM_SUMS, NODE_FIELDS } from './nodes.generated.ts';

const LEAF_TYPES = new Set(['str', 'int', 'object', ...Object.keys(ENUM_SUMS)]);

/** The names of a node's fields that hold nodes, by kind of node. */
const CHILD_FIELDS = new Map<AstNode['node'], readonly string[]>(
  (Object.keys(NODE_FIELDS) as AstNode['node'][]).map((kind) => [
    kind,
    NODE_FIELDS[kind].fields.filter(([, type]) => !LEAF_TYPES.has(type.replace(/[*?]$/, ''))).map(([name]) => name),
  ]),
);

/** Calls `visit` with each node directly below a node, in the order of its fields. */
export function forEachChild(node: AstNode, visit: (child: AstNode) => void): void {
  const values = node as unknown as Readonly<Record<string, AstNode | null | (AstNode | null)[]>>;
  for (const name of CHILD_FIELDS.get(node.node)!) {
    const value = values[name];
    if (Array.isArray(value)) {
      for (const child of value) if (child !== null) visit(child);
    } else if (value !== null && value !== undefined) {
      visit(value);
    }
  }
}

/** All nodes of a tree, parents before children, without recursion. */
export function* walk(tree: AstNode): Generator<AstNode> {
  const stack: AstNode[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const children: AstNode[] = [];
    forEachChild(node, (child) => children.push(child));
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
}
