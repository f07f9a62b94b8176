import { watch } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

/** Which server runs which sources. */
const SOURCES = [
  { folder: 'signaling/src', servers: ['signaling'] },
  { folder: 'sfu-server/src', servers: ['sfu-server'] },
  { folder: 'shared-types/src', servers: ['signaling', 'sfu-server'] },
];

/**
 * Calls `changed` with a server's name when its sources changed and were quiet for 200 ms.
 * @param {(server: string) => void} changed
 * @returns {() => void} ends the watch
 */
export function watchSources(changed) {
  /** @type {Map<string, NodeJS.Timeout>} */
  const timers = new Map();
  const watchers = SOURCES.map(({ folder, servers }) =>
    watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (file?.includes('.test.')) return;
      for (const server of servers) {
        clearTimeout(timers.get(server));
        timers.set(
          server,
          setTimeout(() => changed(server), 200),
        );
      }
    }),
  );
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}
