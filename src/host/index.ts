/** The host contract. The hosts themselves are imported from their own folders, so that none drags in another. */
export * from './contract.ts';
export { LINUX_ERRNO, errorText, strerror } from './errno.ts';
