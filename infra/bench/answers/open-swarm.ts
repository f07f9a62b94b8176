import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SwarmAsk, SwarmReplies } from './swarm.ts';

export interface Swarm {
  ask<D extends SwarmAsk['do']>(ask: Extract<SwarmAsk, { readonly do: D }>): Promise<SwarmReplies[D]>;
  close(): void;
}

/** A process full of tablets. */
export function openSwarm(): Swarm {
  const child = fork(fileURLToPath(new URL('swarm.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (reply: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', ({ number, reply }: { number: number; reply: never }) => {
    waiting.get(number)?.resolve(reply);
    waiting.delete(number);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the tablets' process ended with ${code}`));
  });
  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        const number = asked++;
        waiting.set(number, { resolve, reject });
        child.send({ number, ask });
      }),
    close: () => child.disconnect(),
  };
}
