/** Node as a host. */
export { createNodeHost, type NodeHostOptions } from './host.ts';
