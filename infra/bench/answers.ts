import { loadavg } from 'node:os';
import type { FakeScreen } from '@tongke/signaling/testing';
import { acknowledgements } from './answers/acknowledgements.ts';
import { comebacks } from './answers/comebacks.ts';
import { drops } from './answers/drops.ts';
import { bareFanOut, type FanOut, fanOut } from './answers/fan-out.ts';
import { gather } from './answers/memory.ts';
import { openStage, type Stage } from './answers/stage.ts';
import { voiceInStorm } from './answers/voice.ts';
import { quantile } from './quantile.ts';
import { type Bench, type Goal, report } from './report.ts';

/**
 * A lesson of 50 rooms with 100 tablets each, from one address, beside a plain Socket.IO server with as many. `--runs N` pairs of
 * slices of the fan-out, and of restarts, 3 unless told; `--rooms N` for a smaller school. Then a board that listens while `--tablets N`, 2,500 unless
 * told, lose their links. 0 leaves that part out.
 */
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const runs = option('--runs', 3);
const rooms = option('--rooms', 50);
const stormed = option('--tablets', 2_500);
const SEATS_A_ROOM = 100;
const BOARDS = 10;
/** [RS9] What a fan-out may take to be one, ms. */
const MOST_P99_MS = 250;

const loadBefore = loadavg()[0] ?? 0;
const log = (line: string) => console.error(line);
const school = rooms > 0 ? await wholeSchool() : null;
const voice = stormed > 0 ? await voiceInStorm(stormed, log) : null;
report({
  name: 'bench:answers',
  runs,
  loadBefore,
  goals: [...(school?.goals ?? []), ...(voice ? [voiceGoal(voice)] : [])],
  details: { ...school?.details, ...(voice && { voice }) },
});

function voiceGoal({ storm, quiet }: Awaited<ReturnType<typeof voiceInStorm>>): Goal {
  const id = `voice-concealed-during-${stormed}-reconnects`;
  return { id, value: storm.share, goal: 0.005, better: 'less', control: quiet.share, runs: 1 };
}

async function wholeSchool(): Promise<Pick<Bench, 'goals' | 'details'>> {
  const stage = await openStage(rooms, SEATS_A_ROOM);
  try {
    const heap = await gather(stage);
    log(`heap per tablet: ${heap.own.toFixed()} bytes, control ${heap.control.toFixed()}`);
    const lead = await stage.lead();
    const boards: FakeScreen[] = [];
    for (let index = 0; index < Math.min(BOARDS, rooms); index += 1) boards.push(await stage.board(index));
    const [board] = boards;
    if (!board) throw new Error('there is no board');
    const answers = await acknowledgements(stage, lead, board);
    log(`acknowledged: ${JSON.stringify(answers)}`);
    const slow = await fanOutPairs(stage, boards, { hz: 10, count: 50 }, { hz: 10, count: 50 });
    // At 200 Hz the control is far behind: it gets fewer events, and all the time that it needs.
    const fast = await fanOutPairs(stage, boards, { hz: 200, count: 1_000 }, { hz: 200, count: 60 });
    const dropped = await drops(stage, lead, boards.length);
    log(`drops: ${JSON.stringify(dropped)}`);
    for (const screen of [lead, ...boards]) screen.close();
    const backs: Awaited<ReturnType<typeof comebacks>>[] = [];
    for (let run = 0; run < runs; run += 1) {
      backs.push(await comebacks(stage));
      log(`comebacks: ${JSON.stringify(backs.at(-1))}`);
    }
    const back = (side: 'own' | 'control', of: 'p95' | 'max') =>
      quantile(
        backs.map((one) => one[side][of]),
        0.5,
      );
    const once = (id: string, value: number, goal: number, control: number | null, better: Goal['better'] = 'less') =>
      ({ id, value, goal, better, control, runs: 1 }) as const;
    const median = (id: string, value: number, goal: number, control: number) =>
      ({ id, value, goal, better: 'less', control }) as const;
    return {
      goals: [
        once('ack-p99-ms', answers.ack.p99, 1_000, answers.control.p99),
        once('tally-exact-after-last-ms', answers.tallyExactAfterLastMs, 500, null),
        once('delivered-under-drops', dropped.delivered, 1, dropped.control.delivered, 'more'),
        once('delivered-twice', dropped.twice, 0, dropped.control.twice),
        { id: 'fanout-ratio-10hz', value: ratioOf(slow), goal: 1, better: 'more', control: 1 },
        { id: 'fanout-ratio-200hz', value: ratioOf(fast), goal: 1.5, better: 'more', control: 1 },
        once('heap-per-tablet-over-control-bytes', heap.own - heap.control, 2_000, heap.control),
        median('reconnect-5000-p95-s', back('own', 'p95'), 5, back('control', 'p95')),
        median('reconnect-5000-max-s', back('own', 'max'), 10, back('control', 'max')),
      ],
      details: {
        tablets: rooms * SEATS_A_ROOM,
        heap,
        answers,
        fanOut: { at10Hz: slow, at200Hz: fast },
        dropped,
        backs,
      },
    };
  } finally {
    await stage.close();
  }
}

interface Pace {
  readonly hz: number;
  readonly count: number;
}

async function fanOutPairs(stage: Stage, boards: readonly FakeScreen[], own: Pace, bare: Pace) {
  const pairs: { own: FanOut; control: FanOut }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const early = run % 2 === 1 ? await bareFanOut(stage, bare) : null;
    const pair = { own: await fanOut(stage, boards, own), control: early ?? (await bareFanOut(stage, bare)) };
    pairs.push(pair);
    log(`fan-out at ${own.hz} Hz: ${JSON.stringify(pair)}`);
  }
  return pairs;
}

/** The median of own ÷ control; nothing where the slower half of a slice is later than a fan-out may be. */
function ratioOf(pairs: readonly { readonly own: FanOut; readonly control: FanOut }[]): number {
  const inTime =
    quantile(
      pairs.map(({ own }) => own.p99),
      0.5,
    ) <= MOST_P99_MS;
  return inTime
    ? quantile(
        pairs.map(({ own, control }) => own.perCpuSecond / control.perCpuSecond),
        0.5,
      )
    : 0;
}
