import { type Entrant, entrantKey } from '@tongke/shared-types';
import { quantile } from '../quantile.ts';
import type { RoundLog } from './log-of-round.ts';
import type { PlayedRound } from './real-lesson.ts';
import { wilsonLower } from './wilson.ts';

interface Spread {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** What the rounds of one gap came to. Shares are of all rounds; `controls` of the same presses by other rules. */
export interface RealPlay {
  readonly gap: number;
  readonly rounds: number;
  /** Rounds in which the truly first is first in the order, before ties. */
  readonly trueFirst: number;
  /** The lower end of Wilson's 95 % interval of that share. */
  readonly trueFirstLower: number;
  readonly tied: number;
  /** One winner alone, who was not truly the first. */
  readonly wrong: number;
  readonly controls: { readonly arrival: number; readonly halfRoundTrip: number };
  /** Rounds in which the truly first was not in the order at all. */
  readonly firstMissing: number;
  /** Honest presses that were taken for false starts. */
  readonly falseStarts: number;
  /** Presses whose words arrived in another rhythm than they tell. */
  readonly doubted: number;
  readonly presses: number;
  /** What brought the first copies, and what was believed of the links; shares of presses and of measures. */
  readonly byData: number;
  readonly measured: number;
  readonly onBothPaths: number;
  readonly alone: number;
  readonly slackMs: { readonly p50: number; readonly p95: number };
  /** What the server holds a reaction for more than it truly was, in ms. */
  readonly reactionErrorMs: Spread;
  /** What the machine adds to the least that a link takes, jitter included: from the key's departure to the opened cue, and from the press to its arrival. */
  readonly keyLateMs: Spread;
  readonly pressLateMs: Spread;
  /** The same of the device's word alone. */
  readonly claimErrorMs: Spread;
}

const seatOf = (entrant: Entrant): string => (entrant.kind === 'seat' ? entrant.seatId : entrantKey(entrant));

/** Holds the server's log against what was true. Throws where a round is not in the log. */
export function realVerdict(
  gap: number,
  played: readonly PlayedRound[],
  logs: ReadonlyMap<string, RoundLog>,
): RealPlay {
  const counts = { trueFirst: 0, tied: 0, wrong: 0, arrival: 0, halfRoundTrip: 0, firstMissing: 0, falseStarts: 0 };
  const [errors, claims, slacks, keys, words]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  let [presses, byData, doubted, measured, both, alone] = [0, 0, 0, 0, 0, 0];
  for (const { roundId, reactions, medianPings, links, stamps } of played) {
    const log = logs.get(roundId);
    if (!log?.decided) throw new Error('a round was not decided');
    const { pressed, falseStarts, measures, decided } = log;
    const first = leastOf(Object.keys(reactions), (seat) => reactions[seat] ?? Number.NaN);
    const order = decided.order.map(({ entrant }) => seatOf(entrant));
    const winners = decided.order.filter(({ place }) => place === 1).map(({ entrant }) => seatOf(entrant));
    if (order[0] === first) counts.trueFirst += 1;
    if (!order.includes(first)) counts.firstMissing += 1;
    if (winners.length > 1) counts.tied += 1;
    if (winners.length === 1 && winners[0] !== first) counts.wrong += 1;
    const arrived = pressed.map(({ entrant, waited }) => ({ seat: seatOf(entrant), waited }));
    if (arrived[0]?.seat === first) counts.arrival += 1;
    if (leastOf(arrived, ({ seat, waited }) => waited - (medianPings[seat] ?? 0) / 2)?.seat === first)
      counts.halfRoundTrip += 1;
    counts.falseStarts += falseStarts.length;
    for (const { entrant, at, waited, reaction, claimed, path, doubted: isDoubted } of pressed) {
      const seat = seatOf(entrant);
      const truth = reactions[seat] ?? Number.NaN;
      const [link, stamp] = [links[seat], stamps[seat]];
      if (link && stamp) {
        keys.push(stamp.opened - (at - waited) - (link.toClient?.delayMs ?? 0));
        words.push(at - stamp.sent - (link.toServer?.delayMs ?? 0));
      }
      presses += 1;
      errors.push(reaction - truth);
      if (claimed !== null) claims.push(claimed - truth);
      if (path === 'data') byData += 1;
      if (isDoubted) doubted += 1;
    }
    measured += measures.length / Object.keys(reactions).length;
    for (const measure of measures) {
      slacks.push(measure.slack);
      if (measure.path === 'both') both += 1;
      if (measure.alone) alone += 1;
    }
  }
  const share = (count: number) => count / played.length;
  return {
    gap,
    rounds: played.length,
    trueFirst: share(counts.trueFirst),
    trueFirstLower: wilsonLower(counts.trueFirst, played.length),
    tied: share(counts.tied),
    wrong: share(counts.wrong),
    controls: { arrival: share(counts.arrival), halfRoundTrip: share(counts.halfRoundTrip) },
    firstMissing: share(counts.firstMissing),
    falseStarts: counts.falseStarts,
    doubted: doubted / presses,
    presses,
    byData: byData / presses,
    measured: share(measured),
    onBothPaths: both / slacks.length,
    alone: alone / slacks.length,
    slackMs: { p50: quantile(slacks, 0.5), p95: quantile(slacks, 0.95) },
    reactionErrorMs: spread(errors),
    claimErrorMs: spread(claims),
    keyLateMs: spread(keys),
    pressLateMs: spread(words),
  };
}

function spread(values: readonly number[]): Spread {
  return { p5: quantile(values, 0.05), p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

function leastOf<T>(items: readonly T[], value: (item: T) => number): T {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('nobody pressed');
  return rest.reduce((best, item) => (value(item) < value(best) ? item : best), first);
}
