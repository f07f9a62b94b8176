import { defineConfig } from 'vitest/config';
import { RENDERER } from './classroom-client/build/renderer.ts';

/** Browser and fault tests live in infra/e2e and take a built client, a worker and Chromium; the rest is plain Node. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'shared-types', root: 'shared-types', include: ['src/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'signaling', root: 'signaling', include: ['src/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'sfu-server', root: 'sfu-server', include: ['src/**/*.test.ts'], testTimeout: 30_000 } },
      {
        resolve: { alias: RENDERER },
        test: {
          name: 'classroom-client',
          root: 'classroom-client',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
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
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: 'infra/e2e',
          include: ['**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As patient as the browser is with its own waiting.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
