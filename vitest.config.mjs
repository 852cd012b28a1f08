import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,mjs}'],
    // Some tests go through the whole library; a busy machine takes minutes for that.
    testTimeout: 400_000,
    hookTimeout: 400_000,
    // Each worker that compares with the oracle loads it for itself (over a second, 200 MB), and most tests start processes.
    maxWorkers: 2,
    maxConcurrency: 2,
    // The oracle needs a deep stack for programs that recurse to Python's limit.
    execArgv: ['--stack-size=7000'],
    server: { deps: { external: [/\/dist\//] } },
  },
});
