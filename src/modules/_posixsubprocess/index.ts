export { posixsubprocessModule } from './posixsubprocess.ts';
export { runWaitingChildren, signalChild, waitForChild } from './children.ts';
