import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stops every process of this test's browsers that were started with an argument, as a device that sleeps does, and lets them go on after so many ms. */
export async function sleepDevice(argument: string, ms: number): Promise<void> {
  const all = new Map(processes().map((one) => [one.pid, one]));
  const lineOf = (pid: number): readonly Process[] => {
    const one = all.get(pid);
    return one ? [one, ...lineOf(one.parent)] : [];
  };
  const isOwn = (line: readonly Process[]) => line.some(({ pid }) => pid === process.pid);
  const sleeping = [...all.keys()].filter((pid) => {
    const line = lineOf(pid);
    return isOwn(line) && line.some(({ command }) => command.includes(argument));
  });
  if (sleeping.length === 0) throw new Error(`no browser was started with ${argument}`);
  for (const pid of sleeping) process.kill(pid, 'SIGSTOP');
  await sleep(ms);
  for (const pid of sleeping) process.kill(pid, 'SIGCONT');
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = '0'] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}
