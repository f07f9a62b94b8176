import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { RENDERER } from './classroom-client/build/renderer.ts';

/** Nothing in these is shared between files but what does not change, so a worker loads it once. */
function plain(name: string): TestProjectInlineConfiguration {
  return { test: { name, root: name, include: ['src/**/*.test.ts'], isolate: false, testTimeout: 30_000 } };
}

/** These measure what a small machine can only carry once at a time: flowing pictures, loudness, gaps and delays. */
const ALONE = [
  'buzzer',
  'fifty-rooms',
  'lesson',
  'lost-link',
  'media',
  'restart',
  'self-test',
  'voices',
  'weak-link-media',
].map((name) => `${name}.test.ts`);

function browser(name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      root: 'infra/e2e',
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // As patient as the browser is with its own waiting.
      expect: { poll: { timeout: 30_000 } },
      ...test,
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
          environment: 'happy-dom',
          // One browser's world per worker, and yet each file's own modules.
          pool: 'vmThreads',
          // What imports React by itself gets the same renderer.
          server: { deps: { inline: ['zustand'] } },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'infra',
          root: 'infra',
          include: ['{bootstrap,mediasoup-worker,netlab,bench,faults}/**/*.test.{ts,mjs}'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      browser('e2e', { include: ['**/*.test.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      browser('e2e-alone', { include: ALONE, fileParallelism: false, sequence: { groupOrder: 2 } }),
    ],
  },
});
