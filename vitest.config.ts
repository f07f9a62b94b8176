import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { RENDERER } from './classroom-client/build/renderer.ts';

/** Two at a time is what a small machine's two cores carry of plain tests. */
const WORKERS = 2;

/** They may take what others leave to the processors. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Nothing in these is shared between files but what does not change, so a worker loads it once. */
function plain(name: string): TestProjectInlineConfiguration {
  return {
    test: { name, root: name, include: ['src/**/*.test.ts'], isolate: false, maxWorkers: WORKERS, ...PATIENCE },
  };
}

interface BrowserTests {
  readonly root: string;
  readonly include: string[];
  readonly groupOrder: number;
}

function browsers(name: string, { groupOrder, ...where }: BrowserTests): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      ...where,
      // One after the other: two lessons beside each other miss what is promised by the clock.
      fileParallelism: false,
      isolate: false,
      sequence: { groupOrder },
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // As patient as the browser is with its own waiting.
      expect: { poll: { timeout: 30_000 } },
    },
  };
}

/** Browser and fault tests live in infra/e2e and take a built client, a worker and Chromium; the rest is plain Node. */
export default defineConfig({
  test: {
    projects: [
      plain('shared-types'),
      plain('signaling'),
      plain('sfu-server'),
      {
        resolve: { alias: RENDERER },
        test: {
          name: 'classroom-client',
          root: 'classroom-client',
          include: ['src/**/*.test.{ts,tsx}'],
          maxWorkers: WORKERS,
          environment: 'happy-dom',
          // One browser's world per worker, and yet each file's own modules.
          pool: 'vmThreads',
          // What imports React by itself gets the same renderer.
          server: { deps: { inline: ['zustand'] } },
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'infra',
          root: 'infra',
          include: ['{bootstrap,mediasoup-worker,netlab,bench,faults}/**/*.test.{ts,mjs}'],
          isolate: false,
          maxWorkers: WORKERS,
          testTimeout: 60_000,
        },
      },
      browsers('e2e', { root: 'infra/e2e', include: ['*.test.ts'], groupOrder: 1 }),
      browsers('e2e-timed', { root: 'infra/e2e/timed', include: ['**/*.test.ts'], groupOrder: 2 }),
    ],
  },
});
