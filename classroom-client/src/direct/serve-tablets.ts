import { DIRECT_BYTES, type DirectDown, type DirectUp, directUp, type SeatId, viewFor } from '@tongke/shared-types';
import type { Branches } from '../branch/keep-branches.ts';
import { pictureOnShelf } from '../pack/picture-on-shelf.ts';
import { cutPictures } from './cut-pictures.ts';
import { directBytes, readDirect } from './direct-bytes.ts';
import type { TabletLinks } from './tablet-links.ts';

/** What happens at once is told at once, ms. */
const TOGETHER_MS = 30;
/** What a full channel did not take is tried again, ms. */
const AGAIN_MS = 500;
/** So much that one tablet asks for waits at most: a tablet asks for the next after the answer, or for the same again. */
const MOST_WAITING = 4;

/**
 * [BR8] [BR9] [BR13] The board as the server of its room's tablets: shows each what its seat may see of the branch, and answers what it
 * asks; `pictureOf` is a picture of the pack, or null.
 */
export function serveTablets(
  links: TabletLinks,
  branches: Pick<Branches, 'store' | 'hear'>,
  pictureOf: (hash: string) => Promise<Blob | null> = pictureOnShelf,
): () => void {
  const pieceOf = cutPictures(pictureOf);
  const told = new Map<SeatId, string>();
  const waiting = new Map<SeatId, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;

  /** Put off no further by what happens meanwhile: a class that answers at once would else be told nothing until the last has. */
  const later = (ms: number) => {
    const at = performance.now() + ms;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(tell, ms);
  };
  function tell(): void {
    dueAt = Number.POSITIVE_INFINITY;
    const seats = links.tablets.getState();
    for (const seatId of [...told.keys()]) if (!seats.includes(seatId)) told.delete(seatId);
    let full = false;
    for (const seatId of seats) {
      const message = shownTo(seatId, branches);
      const text = JSON.stringify(message);
      if (told.get(seatId) === text) continue;
      if (links.send(seatId, directBytes(message))) told.set(seatId, text);
      else full = true;
    }
    if (full) later(AGAIN_MS);
  }

  const hear = async (seatId: SeatId, bytes: Uint8Array) => {
    if (bytes.byteLength > DIRECT_BYTES.up) return;
    const parsed = directUp.safeParse(readDirect(bytes));
    const before = waiting.get(seatId) ?? 0;
    if (!parsed.success || before >= MOST_WAITING) return;
    waiting.set(seatId, before + 1);
    const answer = await answerTo(seatId, parsed.data);
    waiting.set(seatId, (waiting.get(seatId) ?? 1) - 1);
    links.send(seatId, directBytes(answer));
  };
  const answerTo = async (seatId: SeatId, asked: DirectUp): Promise<DirectDown> => {
    if (asked.type === 'picture') return pieceOf(asked, pictureShownTo(seatId, branches));
    const { envelope } = asked;
    return { type: 'reply', id: envelope.id, reply: await branches.hear(seatId, envelope) };
  };

  const stops = [
    branches.store.subscribe(() => later(TOGETHER_MS)),
    links.tablets.subscribe(() => later(TOGETHER_MS)),
    links.onOpened((seatId) => {
      told.delete(seatId);
      later(TOGETHER_MS);
    }),
    links.onMessage(({ seatId, bytes }) => void hear(seatId, bytes)),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** What the server would show this seat, were the branch its lesson. */
function shownTo(seatId: SeatId, { store }: Pick<Branches, 'store'>): DirectDown {
  const { running } = store.getState();
  if (!running) return { type: 'over' };
  const { lesson } = running.state;
  const [classroomId = ''] = Object.keys(lesson.classrooms);
  const view = viewFor({ role: 'pupil', classroomId, seatId }, lesson);
  return { type: 'branch', lessonId: running.kept.branchId, view };
}

/** The picture of the question that this seat is shown. */
function pictureShownTo(seatId: SeatId, branches: Pick<Branches, 'store'>): string | null {
  const shown = shownTo(seatId, branches);
  const round = shown.type === 'branch' ? shown.view.round : null;
  return round?.kind === 'question' ? round.picture : null;
}
