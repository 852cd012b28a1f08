/** The control-flow graph of a code unit and the passes over it. */
export { buildFlowGraph } from './build-flow-graph.ts';
export { dumpFlowGraph } from './dump-flow-graph.ts';
export { BasicBlock, Instruction, FlowGraph } from './flow-graph.ts';
export { CFG_PASSES, lowerCodeUnit, optimizeCodeUnit } from './optimize-code-unit.ts';
export type { CfgObserver, CfgPass, FrameSize } from './optimize-code-unit.ts';
export { verifyFlowGraph } from './verify-flow-graph.ts';
