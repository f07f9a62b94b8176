import { boundedMeasures, entrantKey, LinkEstimate, type MeasuredLink } from '@tongke/shared-types';
import { quantile } from '../quantile.ts';
import { Chance } from './chance.ts';
import { deviceError, reactionsOf } from './reactions.ts';
import { type Arrival, SimulatedLesson } from './simulated-lesson.ts';
import { SimulatedNetwork, type Weather } from './simulated-network.ts';

const ROOMS = 20;
const NOW = 1_700_000_000_000;
/** A control has to know its links too: so many pings. */
const CONTROL_PINGS = 15;

export interface FairPlay {
  readonly gap: number;
  readonly rounds: number;
  /** Share of rounds in which the truly first is first in the order, before ties. */
  readonly trueFirst: number;
  /** Share of rounds whose first place is shared. */
  readonly tied: number;
  /** Share of rounds with one winner alone, who was not truly the first. */
  readonly wrong: number;
  /** Share of rounds in which the truly first has no part in the first place, whether it is shared or not. */
  readonly leftOut: number;
  readonly finalAfterFirstArrivalMs: { readonly p50: number; readonly p95: number };
  /** Share of rounds in which the truly first would be first by other rules. */
  readonly controls: { readonly arrival: number; readonly halfRoundTrip: number };
}

/** Honest rounds in which the second is `gap` ms behind the first, judged by the product's rules. */
export function fairPlay(gap: number, weather: Weather, rounds: number, seed: number): FairPlay {
  const chance = new Chance(seed);
  const lesson = new SimulatedLesson(ROOMS);
  const counts = { trueFirst: 0, tied: 0, wrong: 0, leftOut: 0, arrival: 0, halfRoundTrip: 0 };
  const holds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const networks = lesson.entrants.map(() => new SimulatedNetwork(weather, chance));
    const measures = boundedMeasures(networks.flatMap((network, room) => linksOf(network, `r${room}`)));
    // Of each room the tablet is an entrant, and the board its witness.
    lesson.begin(lesson.entrants.map((entrant, n) => ({ entrant: entrantKey(entrant), ...orThrow(measures[2 * n]) })));
    const reactions = reactionsOf(ROOMS, gap, chance);
    const first = reactions.indexOf(Math.min(...reactions));
    const arrivals = networks.map((network, n): Arrival => {
      const reaction = orThrow(reactions[n]);
      const waited = network.out() + reaction + network.back();
      return { entrant: orThrow(lesson.entrants[n]), waited, claimed: reaction + deviceError(chance) };
    });
    const { order, after } = lesson.play(arrivals);
    const isFirst = ({ entrant }: Pick<Arrival, 'entrant'>) => entrant === lesson.entrants[first];
    const winners = order.filter(({ place }) => place === 1);
    if (isFirst(orThrow(order[0]))) counts.trueFirst += 1;
    if (winners.length > 1) counts.tied += 1;
    if (!winners.some(isFirst)) {
      counts.leftOut += 1;
      if (winners.length === 1) counts.wrong += 1;
    }
    holds.push(after - Math.min(...arrivals.map(({ waited }) => waited)));
    if (least(arrivals.map(({ waited }) => waited)) === first) counts.arrival += 1;
    const halves = networks.map((network) => medianPing(network) / 2);
    if (least(arrivals.map(({ waited }, n) => waited - orThrow(halves[n]))) === first) counts.halfRoundTrip += 1;
  }
  const share = (count: number) => count / rounds;
  return {
    gap,
    rounds,
    trueFirst: share(counts.trueFirst),
    tied: share(counts.tied),
    wrong: share(counts.wrong),
    leftOut: share(counts.leftOut),
    finalAfterFirstArrivalMs: { p50: quantile(holds, 0.5), p95: quantile(holds, 0.95) },
    controls: { arrival: share(counts.arrival), halfRoundTrip: share(counts.halfRoundTrip) },
  };
}

/** A tablet and, beside it on the same network, the room's board. */
function linksOf(network: SimulatedNetwork, classroomId: string): MeasuredLink[] {
  return [network.weather.paths, 'socket' as const].map((path) => {
    const estimate = new LinkEstimate();
    network.measure(estimate, NOW);
    return { ...orThrow(estimate.quality(NOW)), classroomId, path, late: 0 };
  });
}

function medianPing(network: SimulatedNetwork): number {
  return quantile(
    Array.from({ length: CONTROL_PINGS }, () => network.ping()),
    0.5,
  );
}

/** Where the smallest value stands. */
function least(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

function orThrow<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a simulated room is missing');
  return value;
}
