import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { mediaPorts, workersOf } from '../../e2e/support/two-workers.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from '../join/people.ts';
import { Rehearsal } from '../join/rehearsal.ts';
import { shareHeard } from './voice-back.ts';
import { watchVoice } from './voice-watch.ts';

/** One more than lessons: who loses a worker gets one to itself. */
const WORKERS = 3;
const PATIENCE_MS = 30_000;
/** The other lesson is watched from the kill for so long. */
const WATCH_MS = 4_000;
/** A lesson in which less of the voice than this is heard meanwhile was disturbed. */
const UNDISTURBED = 0.95;

export interface Killed {
  /** From the kill to the first frame on the board, ms; null when the picture stayed away. */
  readonly pictureMs: number | null;
  /** The board of the lesson on another worker went on as before. */
  readonly otherWentOn: boolean;
}

/** Two lessons, each on a media worker of its own, the lead teacher of both in two windows. */
export async function openTwoLessons(
  { teacher, classroom }: { readonly teacher: Browser; readonly classroom: Browser },
  tlsDir: string,
) {
  const rehearsal = await Rehearsal.open({ TONGKE_WORKERS: String(WORKERS), TONGKE_LOG: 'info' }, tlsDir);
  const workers = new Map(workersOf(rehearsal.school));
  const open = async (): Promise<Page> => {
    const { lessonId, boardTokens } = await rehearsal.appoint(1);
    const lead = await openLead(teacher, rehearsal, lessonId);
    const board = await openWaitingBoard(classroom, rehearsal, boardTokens[0] ?? '');
    await startLesson(lead);
    await firstFrame(board);
    await board.evaluate(watchVoice);
    return board;
  };
  const boards = [await open(), await open()] as const;

  /** Kills the worker of the first lesson. */
  const kill = async (): Promise<Killed> => {
    const [struck, other] = boards;
    for (const [port, pid] of workersOf(rehearsal.school)) workers.set(port, pid);
    const [port = 0] = await mediaPorts(struck);
    const [otherPort] = await mediaPorts(other);
    const pid = workers.get(port);
    if (!pid || port === otherPort) throw new Error('The lessons do not have a worker each.');
    const killedAt = Date.now();
    process.kill(pid, 'SIGKILL');
    const pictureMs = await frameAfter(struck, killedAt);
    await sleep(Math.max(0, killedAt + WATCH_MS - Date.now()));
    const looks = await other.evaluate((from) => window.tongkeVoice.filter(([at]) => at >= from), killedAt);
    const otherWentOn = shareHeard(looks, killedAt, killedAt + WATCH_MS - 200) >= UNDISTURBED;
    return { pictureMs, otherWentOn };
  };
  return { kill, close: () => rehearsal.school.close() };
}

/** Ms until a picture that is made anew paints its first frame; null when none did in time. */
async function frameAfter(board: Page, killedAt: number): Promise<number | null> {
  for (; Date.now() < killedAt + PATIENCE_MS; await sleep(100)) {
    const frames = await board.evaluate(() => window.tongkeBench.firstFrames);
    const painted = frames.find((at) => at > killedAt);
    if (painted !== undefined) return painted - killedAt;
  }
  return null;
}
