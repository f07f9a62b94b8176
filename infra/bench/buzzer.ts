import { loadavg } from 'node:os';
import { cheating } from './buzzer/cheating.ts';
import { type FairPlay, fairPlay } from './buzzer/fair-play.ts';
import { SOCKET_ONLY, TWO_PATHS } from './buzzer/simulated-network.ts';
import { type Goal, report } from './report.ts';

/** Who is first to buzz, by the product's own rules over simulated links. `--runs N` rounds per gap, 20,000 unless told, and five times as many cheats. */
const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 20_000 : Number(process.argv[at + 1]);
const cheats = 5 * runs;
/** The same rounds every time. */
const SEED = 20_260_301;
const AIMS = [
  { gap: 20, trueFirst: 0.92, tied: 0.5 },
  { gap: 30, trueFirst: 0.98, tied: 0.2 },
  { gap: 50, trueFirst: 0.99, tied: 0.02 },
] as const;

const loadBefore = loadavg()[0] ?? 0;
const log = (line: string) => console.error(line);
const simulated = AIMS.map(({ gap }, n) => {
  const played = fairPlay(gap, TWO_PATHS, runs, SEED + n);
  log(`${gap} ms: ${played.trueFirst}, by arrival ${played.controls.arrival}`);
  return played;
});
const socketOnly = fairPlay(50, SOCKET_ONLY, runs, SEED + AIMS.length);
log(`50 ms over Socket.IO only: ${socketOnly.trueFirst}`);
const cheated = cheating(cheats, SEED);
log(`${cheats} cheats: ${cheated.gainMaxMs} ms`);

report({
  name: 'bench:buzzer',
  runs,
  loadBefore,
  goals: [
    ...AIMS.map((aim, n) => trueFirst(`true-first-${aim.gap}ms`, aim.trueFirst, simulated[n])),
    ...AIMS.map(({ gap, tied }, n): Goal => {
      const value = simulated[n]?.tied ?? Number.NaN;
      return { id: `tie-share-${gap}ms`, value, goal: tied, better: 'less', control: null };
    }),
    {
      id: 'wrong-winner-with-ties-max',
      value: Math.max(...simulated.map(({ wrong }) => wrong)),
      goal: 0.005,
      better: 'less',
      control: Math.max(...simulated.map(({ controls }) => 1 - controls.halfRoundTrip)),
    },
    trueFirst('tcp-true-first-50ms', 0.85, socketOnly),
    {
      id: 'final-after-first-arrival-p95-ms',
      value: Math.max(...simulated.map(({ finalAfterFirstArrivalMs }) => finalAfterFirstArrivalMs.p95)),
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
    // What real servers and clients do on emulated links (`real-true-first-…`) belongs here.
  ],
  details: { seed: SEED, rounds: simulated, socketOnly, cheating: cheated },
});

/** The control is the better of the two usual rules. */
function trueFirst(id: string, goal: number, played: FairPlay | undefined): Goal {
  const { arrival, halfRoundTrip } = played?.controls ?? { arrival: Number.NaN, halfRoundTrip: Number.NaN };
  const value = played?.trueFirst ?? Number.NaN;
  return { id, value, goal, better: 'more', control: Math.max(arrival, halfRoundTrip) };
}
