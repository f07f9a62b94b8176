import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeScreen } from '@tongke/signaling/testing';
import { granted } from '../granted.ts';
import { processCpuUs } from '../process-cpu.ts';
import { quantile } from '../quantile.ts';
import type { Stage } from './stage.ts';
import type { SwarmReplies } from './swarm.ts';

/** One side's slice. */
export interface FanOut {
  /** Events that reached a tablet, per second of the server's processor time. */
  readonly perCpuSecond: number;
  /** From the command to the tablet, ms. */
  readonly p50: number;
  readonly p99: number;
  /** WebSocket messages per tablet and second. */
  readonly frames: number;
}

export interface FanOutOptions {
  /** Events a second, and how many. */
  readonly hz: number;
  readonly count: number;
}

/** One of so many tablets tells when it heard what. */
const LISTENERS = 100;
const PATIENCE_MS = 120_000;
const now = () => performance.timeOrigin + performance.now();
/** Boards whose door a slice left open. */
const open = new WeakSet<FakeScreen>();

/** Doors of rooms open and close: each is a command, on the disk, filtered for every viewer, and heard by every tablet. */
export async function fanOut(
  { school, tablets, seats }: Stage,
  boards: readonly FakeScreen[],
  { hz, count }: FanOutOptions,
): Promise<FanOut> {
  const every = Math.max(1, Math.floor(seats.length / LISTENERS));
  const sentAt = new Map<string, number[]>();
  await tablets.ask({ do: 'listen', every });
  const [cpu, begun] = [processCpuUs(school.signaling.pid), now()];
  const replies: Promise<{ readonly version: number }>[] = [];
  await steadily(hz, count, (turn) => {
    const board = boards[turn % boards.length];
    if (board?.viewer?.role !== 'board') throw new Error('no board');
    const { classroomId } = board.viewer;
    sentAt.set(classroomId, [...(sentAt.get(classroomId) ?? []), now()]);
    // A door that stands open is not opened again: that would be no event.
    const type = open.delete(board) ? 'door.close' : 'door.open';
    if (type === 'door.open') open.add(board);
    replies.push(granted(board.do({ type })));
  });
  const last = Math.max(...(await Promise.all(replies)).map(({ version }) => version));
  const frames = await everybodyHeard(tablets, ({ leastVersion }) => leastVersion >= last);
  const [us, ms] = [processCpuUs(school.signaling.pid) - cpu, now() - begun];
  const { heard } = await tablets.ask({ do: 'heard' });
  const waits = heard.flatMap((times) =>
    [...sentAt].flatMap(([classroomId, sent]) => sent.map((at, nth) => (times[classroomId]?.[nth] ?? Infinity) - at)),
  );
  if (heard.length === 0 || waits.some((wait) => wait === Infinity)) throw new Error('an event was not heard');
  return figures(us, { count, tablets: seats.length, waits, frames, ms });
}

/** The same messages from `io.to(room).emit`, one for each event. */
export async function bareFanOut(
  { control, controlTablets, seats, seeded }: Stage,
  { hz, count }: FanOutOptions,
): Promise<FanOut> {
  const every = Math.max(1, Math.floor(seats.length / LISTENERS));
  const classroomId = seeded.tablets[0]?.classroomId ?? '';
  const sent: number[] = [];
  await controlTablets.ask({ do: 'listen', every });
  const [cpu, begun] = [processCpuUs(control.pid), now()];
  await steadily(hz, count, (turn) => {
    const at = now();
    sent.push(at);
    const event =
      turn % 2 === 0 ? { type: 'door.opened', classroomId, code: '' } : { type: 'door.closed', classroomId };
    control.tell({ lessonId: seeded.lessonId, events: [event], upTo: 10_000 + turn, now: Math.round(at) });
  });
  const frames = await everybodyHeard(controlTablets, (progress) => progress.frames >= count * seats.length);
  const [us, ms] = [processCpuUs(control.pid) - cpu, now() - begun];
  const { heard } = await controlTablets.ask({ do: 'heard' });
  const waits = heard.flatMap((times) => (times[classroomId] ?? []).map((at, nth) => at - (sent[nth] ?? 0)));
  return figures(us, { count, tablets: seats.length, waits, frames, ms });
}

type Progress = SwarmReplies['progress'];

/** How many messages it took until everybody had heard enough. */
async function everybodyHeard(tablets: Stage['tablets'], enough: (progress: Progress) => boolean): Promise<number> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const progress = await tablets.ask({ do: 'progress' });
    if (enough(progress)) return progress.frames;
  }
  throw new Error('not every tablet heard everything');
}

function figures(
  us: number,
  of: {
    readonly count: number;
    readonly tablets: number;
    readonly waits: readonly number[];
    readonly frames: number;
    readonly ms: number;
  },
): FanOut {
  return {
    perCpuSecond: (of.count * of.tablets) / (us / 1e6),
    p50: quantile(of.waits, 0.5),
    p99: quantile(of.waits, 0.99),
    frames: of.frames / of.tablets / (of.ms / 1_000),
  };
}

async function steadily(hz: number, count: number, act: (turn: number) => void): Promise<void> {
  const begun = now();
  for (let turn = 0; turn < count; turn += 1) {
    const early = begun + (turn / hz) * 1_000 - now();
    if (early > 0.5) await sleep(early);
    act(turn);
  }
}
