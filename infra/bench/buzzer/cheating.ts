import {
  boundedMeasures,
  type EntrantMeasure,
  entrantKey,
  judge,
  LinkEstimate,
  type Measure,
  type MeasuredLink,
} from '@tongke/shared-types';
import { Chance } from './chance.ts';
import { deviceError } from './reactions.ts';
import { SimulatedLesson } from './simulated-lesson.ts';
import { SimulatedNetwork, TWO_PATHS } from './simulated-network.ts';

const NOW = 1_700_000_000_000;
const REACTION_MS = { least: 150, most: 900 } as const;

/** What a ping's answer is held back by, in ms: drawn anew for each ping. */
type HoldBack = (chance: Chance) => number;

interface Trick {
  /** The page holds its answers back. */
  readonly page?: HoldBack;
  /** A browser that somebody rebuilt holds its own answers back too. */
  readonly browser?: HoldBack;
}

const always =
  (ms: number): HoldBack =>
  () =>
    ms;
const sometimes: HoldBack = (chance) => (chance.happens(0.5) ? chance.between(20, 400) : 0);

/** Every trick comes with a forged stamp of the press. */
const TRICKS: Readonly<Record<string, Trick>> = {
  forgedStamps: {},
  latePongs: { page: sometimes },
  // Too little to be noticed.
  pongsHeldBack10: { page: always(10) },
  pongsHeldBack20: { page: always(20) },
  pongsHeldBack50: { page: always(50) },
  pongsHeldBack150: { page: always(150) },
  pongsHeldBack400: { page: always(400) },
  rebuiltBrowser50: { page: always(50), browser: always(50) },
  rebuiltBrowser150: { page: always(150), browser: always(150) },
  rebuiltBrowser400: { page: always(400), browser: always(400) },
};

export interface Cheating {
  readonly rounds: number;
  /** The most that a reaction got shorter than the same press of an honest device would have been, in ms. */
  readonly gainMaxMs: number;
  /** The same where the device's stamps are believed as they are. */
  readonly trustedGainMaxMs: number;
  readonly gainMaxByTrickMs: Readonly<Record<string, number>>;
  /** The most by which a reaction got shorter than it truly was, in ms. */
  readonly overTruthMaxMs: number;
  /** Of presses that were sent without waiting for the cue: the shortest reaction that counted, in ms. */
  readonly blindReactionMinMs: number;
  readonly replaysThatCounted: number;
}

/** Dishonest rounds: one entrant does all it can, in a room with an honest board; the same network serves its honest double. */
export function cheating(rounds: number, seed: number): Cheating {
  const chance = new Chance(seed);
  const lesson = new SimulatedLesson(2);
  const names = Object.keys(TRICKS);
  const best: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  let [trusted, overTruth, blindMin, replays] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < rounds; round += 1) {
    const name = names[round % names.length] ?? '';
    const network = new SimulatedNetwork(TWO_PATHS, chance);
    const { honest, forged } = measured(network, TRICKS[name] ?? {}, chance);
    const truth = chance.between(REACTION_MS.least, REACTION_MS.most);
    const waited = network.out() + truth + network.back();
    const said = truth + deviceError(chance);
    const lie = chance.happens(0.5) ? 0 : chance.between(0, said);
    const before = judge({ waited, claimed: said, hand: false }, honest).reaction;
    const after = judgedInLesson(lesson, forged, { waited, claimed: lie });
    if (after.reaction !== null) {
      best[name] = Math.max(best[name] ?? 0, before - after.reaction);
      overTruth = Math.max(overTruth, truth - after.reaction);
      trusted = Math.max(trusted, said - lie);
      if (after.repeated) replays += 1;
    }
    const blind = judgedInLesson(lesson, forged, { waited: chance.between(0, 1_000), claimed: chance.between(0, 300) });
    if (blind.reaction !== null) blindMin = Math.min(blindMin, blind.reaction);
  }
  return {
    rounds,
    gainMaxMs: Math.max(...Object.values(best)),
    trustedGainMaxMs: trusted,
    gainMaxByTrickMs: Object.fromEntries(
      Object.entries(best).map(([name, gain]) => [name, Math.round(gain * 10) / 10]),
    ),
    overTruthMaxMs: Math.round(overTruth * 10) / 10,
    blindReactionMinMs: blindMin,
    replaysThatCounted: replays,
  };
}

/** The link as it is measured of an honest device, and of one that plays the trick: the network of both is one. */
function measured(network: SimulatedNetwork, trick: Trick, chance: Chance): { honest: Measure; forged: Measure } {
  const board = new LinkEstimate();
  network.measure(board, NOW);
  const [plain, tricked] = [new LinkEstimate(), new LinkEstimate()];
  network.measure(
    {
      add: (rtt, at, by) => {
        plain.add(rtt, at, by);
        tricked.add(rtt + (trick[by]?.(chance) ?? 0), at, by);
      },
    },
    NOW,
  );
  const bounded = (tablet: LinkEstimate): Measure => {
    const links = [tablet, board].map((estimate): MeasuredLink => {
      const quality = estimate.quality(NOW);
      if (!quality) throw new Error('a simulated link was not measured');
      return { ...quality, classroomId: 'r0', path: 'both', late: 0 };
    });
    const [measure] = boundedMeasures(links);
    if (!measure) throw new Error('a simulated link was not bounded');
    return measure;
  };
  return { honest: bounded(plain), forged: bounded(tricked) };
}

/** What the whole rules make of a press, and whether they take it a second time; a null reaction is a false start. */
function judgedInLesson(
  lesson: SimulatedLesson,
  measure: Measure,
  press: { readonly waited: number; readonly claimed: number },
): { readonly reaction: number | null; readonly repeated: boolean } {
  const [entrant] = lesson.entrants;
  if (!entrant) throw new Error('nobody is in the simulated lesson');
  const measures: EntrantMeasure[] = [{ entrant: entrantKey(entrant), ...measure }];
  lesson.begin(measures);
  const arrival = { entrant, ...press };
  lesson.press(arrival);
  const counted = lesson.presses;
  const reaction = counted[0]?.reaction ?? null;
  lesson.press(arrival);
  lesson.press(arrival, { roundId: 'another' });
  return { reaction, repeated: reaction !== null && lesson.presses !== counted };
}
