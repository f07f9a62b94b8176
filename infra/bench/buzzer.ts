import { loadavg } from 'node:os';
import { cheating } from './buzzer/cheating.ts';
import { type FairPlay, fairPlay } from './buzzer/fair-play.ts';
import { type RealRounds, realPlay } from './buzzer/real-play.ts';
import { SOCKET_ONLY, TWO_PATHS } from './buzzer/simulated-network.ts';
import { type Goal, report } from './report.ts';

/**
 * Who is first to buzz: by the product's own rules over simulated links, and by real servers and clients over emulated ones. `--runs N`
 * simulated rounds per gap, 20,000 unless told, and five times as many cheats; `--rounds N` real ones per gap, 1,000 unless told, in
 * `--lessons N` at a time. 0 leaves that part out.
 */
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const runs = option('--runs', 20_000);
const cheats = 5 * runs;
const realRounds = option('--rounds', 1_000);
const lessons = option('--lessons', 4);
/** The same rounds every time. */
const SEED = 20_260_301;
const AIMS = [
  { gap: 20, trueFirst: 0.92, tied: 0.5 },
  { gap: 30, trueFirst: 0.98, tied: 0.2 },
  { gap: 50, trueFirst: 0.99, tied: 0.02 },
] as const;

const REAL_AIMS = [
  { gap: 30, trueFirst: 0.95 },
  { gap: 50, trueFirst: 0.98 },
] as const;

const loadBefore = loadavg()[0] ?? 0;
const log = (line: string) => console.error(line);
const real =
  realRounds > 0
    ? await realPlay({ gaps: REAL_AIMS.map(({ gap }) => gap), rounds: realRounds, lessons, seed: SEED, log })
    : null;
const simulated = runs > 0 ? simulate() : null;
report({
  name: 'bench:buzzer',
  runs: runs || realRounds,
  loadBefore,
  goals: [...(simulated?.goals ?? []), ...(real ? realGoals(real) : [])],
  details: { seed: SEED, ...simulated?.details, ...(real && { real }) },
});

function simulate() {
  const rounds = AIMS.map(({ gap }, n) => {
    const played = fairPlay(gap, TWO_PATHS, runs, SEED + n);
    log(`${gap} ms: ${played.trueFirst}, by arrival ${played.controls.arrival}`);
    return played;
  });
  const socketOnly = fairPlay(50, SOCKET_ONLY, runs, SEED + AIMS.length);
  log(`50 ms over Socket.IO only: ${socketOnly.trueFirst}`);
  const cheated = cheating(cheats, SEED);
  log(`${cheats} cheats: ${cheated.gainMaxMs} ms`);
  const goals: Goal[] = [
    ...AIMS.map((aim, n) => trueFirst(`true-first-${aim.gap}ms`, aim.trueFirst, rounds[n])),
    ...AIMS.map(({ gap, tied }, n): Goal => {
      const value = rounds[n]?.tied ?? Number.NaN;
      return { id: `tie-share-${gap}ms`, value, goal: tied, better: 'less', control: null };
    }),
    {
      id: 'wrong-winner-with-ties-max',
      value: Math.max(...rounds.map(({ wrong }) => wrong)),
      goal: 0.005,
      better: 'less',
      control: Math.max(...rounds.map(({ controls }) => 1 - controls.halfRoundTrip)),
    },
    trueFirst('tcp-true-first-50ms', 0.85, socketOnly),
    {
      id: 'final-after-first-arrival-p95-ms',
      value: Math.max(...rounds.map(({ finalAfterFirstArrivalMs }) => finalAfterFirstArrivalMs.p95)),
      goal: 650,
      better: 'less',
      control: null,
    },
    {
      id: 'cheater-gain-max-ms',
      value: cheated.gainMaxMs,
      goal: 125,
      better: 'less',
      control: cheated.trustedGainMaxMs,
      runs: cheats,
    },
  ];
  return { goals, details: { rounds, socketOnly, cheating: cheated } };
}

/** The value is what so few rounds leave no doubt of. */
function realGoals({ plays }: RealRounds): Goal[] {
  return REAL_AIMS.map(({ gap, trueFirst: goal }, n) => {
    const play = plays[n];
    return {
      id: `real-true-first-${gap}ms`,
      value: play?.trueFirstLower ?? Number.NaN,
      goal,
      better: 'more',
      control: usualRules(play),
      runs: play?.rounds ?? 0,
    };
  });
}

/** The control is the better of the two usual rules. */
function trueFirst(id: string, goal: number, played: FairPlay | undefined): Goal {
  return { id, value: played?.trueFirst ?? Number.NaN, goal, better: 'more', control: usualRules(played) };
}

function usualRules(played: Pick<FairPlay, 'controls'> | undefined): number {
  return Math.max(played?.controls.arrival ?? Number.NaN, played?.controls.halfRoundTrip ?? Number.NaN);
}
