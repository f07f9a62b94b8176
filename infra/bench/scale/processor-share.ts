import { readFileSync } from 'node:fs';

/** What all cores did since the machine started, in hundredths of a second. */
export interface ProcessorTimes {
  readonly busy: number;
  readonly all: number;
}

/** All cores of this machine together. */
export function processorTimes(): ProcessorTimes {
  return timesOf(readFileSync('/proc/stat', 'utf8'));
}

/** What /proc/stat says of all cores (proc(5)): busy is what is neither idle nor waits for a disk; a guest's time is in its host's already. */
export function timesOf(stat: string): ProcessorTimes {
  const [user, nice, system, idle, iowait, irq, softirq, steal] = (/^cpu +(.*)$/m.exec(stat)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const busy = sum(user, nice, system, irq, softirq, steal);
  return { busy, all: busy + sum(idle, iowait) };
}

/** The share of all cores' time that was busy, 0 to 1. */
export function busyShare(before: ProcessorTimes, after: ProcessorTimes): number {
  return (after.busy - before.busy) / (after.all - before.all);
}

function sum(...parts: readonly (number | undefined)[]): number {
  return parts.reduce<number>((total, part) => total + (part ?? Number.NaN), 0);
}
