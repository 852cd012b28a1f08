/** `_ast`, and the way between our trees and its objects. The only door to this folder. */
export { astModule } from './ast.ts';
export { PyAstNode } from './ast-node.ts';
export { objectFromTree } from './from-tree.ts';
export { treeFromObject, type TreeFromObject } from './to-tree.ts';
export { validateTree } from './validate-tree.ts';
