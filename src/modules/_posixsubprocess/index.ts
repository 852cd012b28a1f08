export { posixsubprocessModule } from './posixsubprocess.ts';
export { hasRunningChildren, runWaitingChildren, signalChild, waitForChild } from './children.ts';
