/**
 * The order of the passes over a flow graph.
 *
 * An observer sees the graph after each pass, by its name: that is what `--dump=cfg:<pass>` and the checks between
 * passes hang on.
 *
 * @cpython Python/flowgraph.c _PyCfg_OptimizeCodeUnit, optimize_cfg, _PyCfg_OptimizedCfgToInstructionSequence (3.14)
 */
import type { Constant } from '../../code/code-object.ts';
import type { ConstantTable } from '../constant-table.ts';
import type { CompileUnitMetadata } from '../instruction-sequence.ts';
import type { FlowGraph } from './flow-graph.ts';
import { addChecksForLoadsOfUninitializedVariables } from './passes/add-checks-for-loads-of-uninitialized-variables.ts';
import { calculateStackDepth } from './passes/calculate-stack-depth.ts';
import { convertPseudoConditionalJumps } from './passes/convert-pseudo-conditional-jumps.ts';
import { convertPseudoOps } from './passes/convert-pseudo-ops.ts';
import { inlineSmallOrNoLinenoBlocks } from './passes/inline-small-or-no-lineno-blocks.ts';
import { insertSuperinstructions } from './passes/insert-superinstructions.ts';
import { labelExceptionTargets } from './passes/label-exception-targets.ts';
import { markExceptHandlers } from './passes/mark-except-handlers.ts';
import { normalizeJumps } from './passes/normalize-jumps.ts';
import { optimizeBasicBlocks } from './passes/optimize-basic-block.ts';
import { optimizeLoadConst } from './passes/optimize-load-const.ts';
import { optimizeLoadFast } from './passes/optimize-load-fast.ts';
import { prepareLocalsplus } from './passes/prepare-localsplus.ts';
import { pushColdBlocksToEnd } from './passes/push-cold-blocks-to-end.ts';
import { removeRedundantNopsAndJumps } from './passes/remove-redundant-jumps.ts';
import { removeRedundantNopsAndPairs } from './passes/remove-redundant-nops-and-pairs.ts';
import { removeUnreachable } from './passes/remove-unreachable.ts';
import { removeUnusedConsts } from './passes/remove-unused-consts.ts';
import { resolveLineNumbers } from './passes/resolve-line-numbers.ts';
import { translateJumpLabelsToTargets } from './passes/translate-jump-labels-to-targets.ts';

/** Names of the passes in the order in which they run, for `--dump=cfg:<pass>`. `build` is the graph as it was built. */
export const CFG_PASSES = [
  'build',
  'translateJumpLabelsToTargets',
  'labelExceptionTargets',
  'inlineSmallOrNoLinenoBlocks',
  'removeUnreachable',
  'resolveLineNumbers',
  'optimizeLoadConst',
  'optimizeBasicBlocks',
  'removeRedundantNopsAndPairs',
  'removeRedundantNopsAndJumps',
  'removeUnusedConsts',
  'addChecksForLoadsOfUninitializedVariables',
  'insertSuperinstructions',
  'pushColdBlocksToEnd',
  'resolveLineNumbersAgain',
  'convertPseudoConditionalJumps',
  'prepareLocalsplus',
  'convertPseudoOps',
  'normalizeJumps',
  'optimizeLoadFast',
] as const;

export type CfgPass = (typeof CFG_PASSES)[number];

/** Is shown the graph after each pass; it must not change it. */
export type CfgObserver = (pass: CfgPass, graph: FlowGraph) => void;

/** Optimizes the graph of a code unit. Returns the constants that the unit still needs. */
export function optimizeCodeUnit(
  graph: FlowGraph,
  constants: ConstantTable,
  nlocals: number,
  nparams: number,
  observe?: CfgObserver,
): Constant[] {
  observe?.('build', graph);
  translateJumpLabelsToTargets(graph);
  observe?.('translateJumpLabelsToTargets', graph);
  markExceptHandlers(graph);
  labelExceptionTargets(graph);
  observe?.('labelExceptionTargets', graph);

  inlineSmallOrNoLinenoBlocks(graph);
  observe?.('inlineSmallOrNoLinenoBlocks', graph);
  removeUnreachable(graph);
  observe?.('removeUnreachable', graph);
  resolveLineNumbers(graph);
  observe?.('resolveLineNumbers', graph);
  optimizeLoadConst(graph, constants);
  observe?.('optimizeLoadConst', graph);
  optimizeBasicBlocks(graph, constants);
  observe?.('optimizeBasicBlocks', graph);
  removeRedundantNopsAndPairs(graph);
  observe?.('removeRedundantNopsAndPairs', graph);
  removeUnreachable(graph);
  removeRedundantNopsAndJumps(graph);
  observe?.('removeRedundantNopsAndJumps', graph);

  const usedConstants = removeUnusedConsts(graph, constants.values);
  observe?.('removeUnusedConsts', graph);
  addChecksForLoadsOfUninitializedVariables(graph, nlocals, nparams);
  observe?.('addChecksForLoadsOfUninitializedVariables', graph);
  insertSuperinstructions(graph);
  observe?.('insertSuperinstructions', graph);
  pushColdBlocksToEnd(graph);
  observe?.('pushColdBlocksToEnd', graph);
  resolveLineNumbers(graph);
  observe?.('resolveLineNumbersAgain', graph);
  return usedConstants;
}

/** Sizes of the frame of a code unit. */
export interface FrameSize {
  readonly stackDepth: number;
  readonly nlocalsplus: number;
}

/** Brings an optimized graph into the form that the assembler takes. */
export function lowerCodeUnit(
  graph: FlowGraph,
  metadata: CompileUnitMetadata,
  codeFlags: number,
  observe?: CfgObserver,
): FrameSize {
  convertPseudoConditionalJumps(graph);
  observe?.('convertPseudoConditionalJumps', graph);
  const stackDepth = calculateStackDepth(graph);
  const nlocalsplus = prepareLocalsplus(graph, metadata, codeFlags);
  observe?.('prepareLocalsplus', graph);
  convertPseudoOps(graph);
  observe?.('convertPseudoOps', graph);
  normalizeJumps(graph);
  observe?.('normalizeJumps', graph);
  optimizeLoadFast(graph);
  observe?.('optimizeLoadFast', graph);
  return { stackDepth, nlocalsplus };
}
