import { DIRECT_BYTES, type DirectDown, directUp, type SeatId, viewFor } from '@tongke/shared-types';
import type { Branches } from '../branch/keep-branches.ts';
import { directBytes, readDirect } from './direct-bytes.ts';
import type { TabletLinks } from './tablet-links.ts';

/** What happens at once is told at once, ms. */
const TOGETHER_MS = 30;
/** What a full channel did not take is tried again, ms. */
const AGAIN_MS = 500;
/** So many commands of one tablet wait at most: a tablet sends the next after the answer, or the same again. */
const MOST_WAITING = 4;

/** [BR8] [BR9] The board as the server of its room's tablets: shows each what its seat may see of the branch, and answers what it asks. */
export function serveTablets(links: TabletLinks, branches: Pick<Branches, 'store' | 'hear'>): () => void {
  const told = new Map<SeatId, string>();
  const waiting = new Map<SeatId, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(tell, ms);
  };
  function tell(): void {
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
    const { envelope } = parsed.data;
    waiting.set(seatId, before + 1);
    const reply = await branches.hear(seatId, envelope);
    waiting.set(seatId, (waiting.get(seatId) ?? 1) - 1);
    links.send(seatId, directBytes({ type: 'reply', id: envelope.id, reply }));
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
