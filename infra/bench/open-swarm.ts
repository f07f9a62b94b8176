import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A process full of far ends, tablets or boards: what can be asked of it, and what it answers to each. */
export interface Swarm<Ask extends { readonly do: string }, Replies extends Readonly<Record<Ask['do'], unknown>>> {
  ask<D extends Ask['do']>(ask: Extract<Ask, { readonly do: D }>): Promise<Replies[D]>;
  close(): void;
}

/**
 * Opens the process whose code lies in this file. `spare`: it and all that it starts stand for other machines, so they run
 * on the last core alone, and only while it has nothing else to do: what the kernel does for their packets stays there too. Browsers give
 * themselves a better `nice` than they were given, and cannot leave this.
 */
export function openSwarm<Ask extends { readonly do: string }, Replies extends Readonly<Record<Ask['do'], unknown>>>(
  file: URL,
  { spare = false } = {},
): Swarm<Ask, Replies> {
  const child = fork(fileURLToPath(file), {
    ...(spare && {
      execPath: 'taskset',
      execArgv: ['--cpu-list', String(availableParallelism() - 1), 'chrt', '--idle', '0', process.execPath],
    }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (reply: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', ({ number, reply }: { number: number; reply: never }) => {
    waiting.get(number)?.resolve(reply);
    waiting.delete(number);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`a process of far ends ended with ${code}`));
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
