import type { NemesisName } from './nemeses.ts';

/** How often each fault strikes in the long form: half of the kills are power cuts. */
const TIMES: Readonly<Record<NemesisName, number>> = {
  kill: 40,
  'full-disk-and-kill': 4,
  'clock-and-kill': 4,
  'power-cut': 24,
  'power-cut-in-sync': 24,
  'pause-2s': 10,
  'pause-7s': 6,
  'full-disk': 14,
  'slow-sync-20ms': 8,
  'slow-sync-300ms': 8,
  'outage-2s': 14,
  'outage-5s': 8,
  'outage-30s': 4,
  'bad-link': 8,
  duplicates: 12,
  reordering: 12,
  'clock-forward': 4,
  'clock-back': 4,
};

/** So many faults in the proportions of the long form, in an order of chance: all of them where `count` is 208. */
export function planOf(count: number, random: () => number): NemesisName[] {
  const all = Object.entries(TIMES).flatMap(([name, times]) => Array<NemesisName>(times).fill(name as NemesisName));
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as NemesisName, all[last] as NemesisName];
  }
  return Array.from({ length: count }, (_, index) => all[index % all.length] as NemesisName);
}
