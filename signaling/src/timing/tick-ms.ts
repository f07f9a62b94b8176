/** While a round is armed anywhere. */
const ARMED_MS = 50;
/** For so few links, whose answers then come together; for more, none of which is to wait behind many others. */
const FEW = { links: 80, ms: 1_000 } as const;
const MANY_MS = 250;

/** [TM2] The step of the timer that all lessons share, in ms: each wakes the process. `links`: how many are measured. */
export function tickMs(links: number, isArmed: boolean): number {
  if (isArmed) return ARMED_MS;
  return links <= FEW.links ? FEW.ms : MANY_MS;
}
