/** Frames and tracebacks. The only door to this folder. */
import type { TypeSpec } from '../core/index.ts';
import { frameSpec } from './frame.ts';
import { frameLocalsProxySpec } from './frame-locals.ts';
import { tracebackSpec } from './traceback.ts';

export * from './py-frame.ts';
export * from './py-traceback.ts';
export {
  FrameRequest,
  lookingAtFrames,
  looksAtFrames,
  requireFrames,
  requireFramesToDrop,
  requireInnermostFrame,
} from './frame-request.ts';
export { frameLocals, frameVariables, localsOf, PyFrameLocalsProxy, snapshotLocals } from './frame-locals.ts';

export const frameSpecs: readonly TypeSpec[] = [frameSpec, frameLocalsProxySpec, tracebackSpec];
