import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts the worker that keeps pages in the browser beside them; it has no hash in its name, for browsers ask for it by name. */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('shell-worker.js', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'shell-worker.js', source });
    },
  };
}
