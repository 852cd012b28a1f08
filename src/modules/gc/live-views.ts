/** Which memory views of an object somebody still has: those that nothing reaches do not keep it from being resized. */
import type { Value } from '../../objects/core/index.ts';
import { PyMemoryView } from '../../objects/memoryview/index.ts';
import { reachableObjects } from './reachability.ts';

/** Number of open buffers with reachable views. @param owns whether the object of a buffer is the one in question */
export function countLiveViews(owns: (exporter: Value) => boolean): number {
  const buffers = new Set<object>();
  for (const object of reachableObjects()) {
    if (!(object instanceof PyMemoryView) || object.isReleased) continue;
    const { managed } = object;
    if (owns(managed.master.obj)) buffers.add(managed);
  }
  return buffers.size;
}
