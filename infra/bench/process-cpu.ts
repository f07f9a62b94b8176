import { readdirSync, readFileSync } from 'node:fs';

/** The processor time that a process's threads have used so far, in µs: the scheduler's own count, finer than `stat`'s hundredths. */
export function processCpuUs(pid: number): number {
  const threads = `/proc/${pid}/task`;
  return readdirSync(threads).reduce((sum, thread) => {
    const [onCpuNs = '0'] = readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ');
    return sum + Number(onCpuNs) / 1_000;
  }, 0);
}

/** The processes that a process has started. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(statOf(pid)[1]) === parent;
      } catch {
        // It ended while we looked.
        return false;
      }
    });
}

/** What stands in /proc/PID/stat after the name, from the state on. */
function statOf(pid: number): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}
