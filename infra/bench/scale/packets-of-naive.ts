import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from '../../mediasoup-worker/smoke/certificate.mjs';
import { SRTP_PROFILES } from '../../mediasoup-worker/smoke/srtp.mjs';
import { Rehearsal } from '../join/rehearsal.ts';
import { quantile } from '../quantile.ts';
import { CLIMB_STEP_MS, climbShares } from '../rtp/climb.ts';
import { FullLesson, type LessonCount } from './full-lesson.ts';
import { naivePackets } from './naive-packets.ts';

export interface PacketsOfNaiveOptions {
  /** The worker's program. */
  readonly worker: string;
  readonly profile: string;
  readonly rooms: number;
  /** A slice is a quarter without a turn, half with one, and a quarter without. */
  readonly sliceMs: number;
  readonly runs: number;
  readonly tlsDir: string;
  readonly log: (line: string) => void;
}

/** Shares of what everybody to everybody would take; medians of the slices. */
export interface PacketsOfNaive {
  readonly share: number;
  readonly inTurn: number;
  readonly withoutTurn: number;
  /** Packets of each slice: that the SFU sent, that came, and that everybody to everybody is. */
  readonly slices: readonly { readonly sent: number; readonly came: number; readonly naive: number }[];
}

/** What is sent must be what the pages want: pictures that the ladder holds back would be saved by mistake. */
const LEAST_OF_WANTED = 0.9;
/** More than this lost between SFU and sinks, and the sinks count something else than what was sent. */
const MOST_LOST = 0.01;
/** Rooms come up by rotation within this time, and their cameras climb. */
const WARM_UP_MS = 15_000;

/** Packets that the SFU sends in a lesson with a turn, counted where they come, beside those of everybody to everybody. */
export async function measurePacketsOfNaive(options: PacketsOfNaiveOptions): Promise<PacketsOfNaive> {
  const { worker, profile: name, rooms, sliceMs, runs, tlsDir, log } = options;
  const profile = SRTP_PROFILES.find((one) => one.name === name);
  if (!profile) throw new Error(`no such SRTP profile: ${name}`);
  const certificate = await makeCertificate();
  const rehearsal = await Rehearsal.open({ MEDIASOUP_WORKER_BIN: worker }, tlsDir);
  try {
    log(`opening a lesson with ${rooms} classrooms`);
    const lesson = await FullLesson.open(rehearsal, rooms, { profile, certificate });
    try {
      for (const share of [...climbShares(), 1]) {
        lesson.pace(share);
        await sleep(CLIMB_STEP_MS);
      }
      await sleep(WARM_UP_MS);
      const slices: Awaited<ReturnType<typeof measureSlice>>[] = [];
      for (let run = 0; run < runs; run += 1) {
        const slice = await measureSlice(lesson, sliceMs, rooms + 1);
        slices.push(slice);
        const { sent, naive } = slice.all;
        log(`${sent} packets, ${((100 * sent) / naive).toFixed(2)} % of everybody to everybody; ${words(slice.seen)}`);
      }
      const median = (of: 'all' | 'inTurn' | 'withoutTurn') =>
        quantile(
          slices.map((slice) => slice[of].sent / slice[of].naive),
          0.5,
        );
      return {
        share: median('all'),
        inTurn: median('inTurn'),
        withoutTurn: median('withoutTurn'),
        slices: slices.map(({ all }) => all),
      };
    } finally {
      lesson.close();
    }
  } finally {
    await rehearsal.school.close();
    await certificate.remove();
  }
}

async function measureSlice(lesson: FullLesson, sliceMs: number, participants: number) {
  const begin = lesson.count();
  await sleep(sliceMs / 4);
  const given = lesson.count();
  const endTurn = await lesson.giveTurn();
  await sleep(sliceMs / 2);
  const seen = lesson.received;
  await endTurn();
  const ended = lesson.count();
  await sleep(sliceMs / 4);
  const all = between(begin, lesson.count(), participants);
  const inTurn = between(given, ended, participants);
  const withoutTurn = { sent: all.sent - inTurn.sent, naive: all.naive - inTurn.naive };
  return { all, inTurn, withoutTurn, seen };
}

/** Throws where the lesson did not carry what its pages wanted, or the sinks did not get it. */
function between(before: LessonCount, after: LessonCount, participants: number) {
  const [sent, came, wanted] = (['sent', 'came', 'wanted'] as const).map((key) => after[key] - before[key]);
  if (sent === undefined || came === undefined || wanted === undefined) throw new Error('nothing was counted');
  if (sent < LEAST_OF_WANTED * wanted)
    throw new Error(`Only ${sent} packets where the pages want ${Math.round(wanted)}.`);
  if (came < (1 - MOST_LOST) * sent) throw new Error(`Of ${sent} packets only ${came} came.`);
  const naive = naivePackets(participants, {
    camera: after.camera - before.camera,
    voice: after.voice - before.voice,
  });
  return { sent, came, naive };
}

function words({ lead, board }: FullLesson['received']): string {
  return `in the turn the teacher receives ${lead} tracks, a board ${board}`;
}
