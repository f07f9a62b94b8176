import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { VITE } from '../steps/build-client.mjs';
import { banner } from './banner.mjs';
import { newSetupLink } from './new-setup-link.mjs';
import { startServer } from './start-server.mjs';
import { createSupervisor } from './supervisor.mjs';
import { watchSources } from './watch-sources.mjs';

/**
 * Runs both servers until a signal, or until one of them says that it cannot start.
 * @param {{ settings: ReturnType<typeof import('./settings.mjs').settings>, logs: string, dev: boolean, advice: string }} plan
 * @returns {Promise<number>} the exit code
 */
export function launch({ settings, logs, dev, advice }) {
  return new Promise((resolve) => {
    /** @type {Set<string>} */
    const waiting = new Set(['sfu-server', 'signaling']);
    /** @type {import('./banner.mjs').Ready} */
    let greeting = {};
    let ending = false;

    /** @param {number} code @param {string} words */
    async function end(code, words) {
      if (ending) return;
      ending = true;
      (code === 0 ? console.log : console.error)(words);
      unwatch();
      await supervisor.stop();
      resolve(code);
    }

    const vite = { args: [VITE, 'build', '--watch', '--logLevel', 'warn'], cwd: join(ROOT, 'classroom-client') };
    const supervisor = createSupervisor(
      {
        'sfu-server': startServer('sfu-server', settings.sfu, logs),
        signaling: startServer('signaling', settings.signaling, logs),
        ...(dev && { pages: startServer('pages', {}, logs, vite) }),
      },
      {
        onReady(name, message) {
          if (waiting.size === 0) {
            console.log(`  ${name.padEnd(12)} is back`);
            if (name !== 'signaling') return;
            const link = newSetupLink(greeting, message);
            if (link) console.log(`  ${link.label}  ${link.url}`);
            greeting = message;
            return;
          }
          if (name === 'signaling') greeting = message;
          waiting.delete(name);
          if (waiting.size === 0) void banner(greeting).then((text) => console.log(advice + text));
        },
        onRestart(name, how, delay) {
          console.error(`  ${name.padEnd(12)} ended (${how}), starts again in ${delay / 1000} s`);
        },
        onTrouble(name, message) {
          console.error(`  ${name.padEnd(12)} does not start again yet, and is tried on: ${message}`);
        },
        onGiveUp(message) {
          void end(1, `\n✗ ${message}\n  The logs are in ${logs}.\n`);
        },
      },
    );
    const unwatch = dev ? watchSources((server) => supervisor.restart(server)) : () => {};
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => void end(0, '\n  Stopping.'));
  });
}
