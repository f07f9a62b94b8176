import type { Command, LessonId, Refusal, RoundId, SeatId } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from './new-id.ts';
import type { Sender, Sending } from './send.ts';
import type { Shelf } from './storage.ts';

/** What a pupil must never lose. */
type Keepsake = Extract<Command, { type: 'buzzer.press' | 'answer.give' }>;

export interface OutboxItem {
  readonly id: string;
  readonly command: Keepsake;
  /** A refusal that time does not heal: too late, most often. */
  readonly state: 'sending' | 'received' | { readonly refused: Refusal };
}

/** The newest press or answer of each round; an older one of the same round is no longer sent. */
export type OutboxItems = Readonly<Record<RoundId, OutboxItem>>;

export interface Outbox {
  readonly items: StoreApi<OutboxItems>;
  /** This device holds this seat now: what was not acknowledged before goes out again, with its own id. */
  readonly attend: (lessonId: LessonId, seatId: SeatId) => void;
  /** Nobody sits here: nothing may be sent in anybody's name. What is unsent stays for when the pupil comes back. */
  readonly leave: () => void;
  readonly put: (command: Keepsake) => void;
}

interface Kept {
  readonly lessonId: LessonId;
  readonly seats: Readonly<Record<SeatId, OutboxItems>>;
}

const KEY = 'tongke.outbox';

/** Presses and answers, kept on the device until the server has them on disk, over reloads and lost links. */
export function createOutbox(sender: Pick<Sender, 'send'>, shelf: Shelf): Outbox {
  const items = createStore<OutboxItems>(() => ({}));
  const underway = new Map<RoundId, Sending>();
  let seat: { readonly lessonId: LessonId; readonly seatId: SeatId } | null = null;

  const change = (next: OutboxItems) => {
    items.setState(next, true);
    if (seat) keep(shelf, seat.lessonId, seat.seatId, next);
  };

  const dispatch = async (lessonId: LessonId, item: OutboxItem) => {
    const { roundId } = item.command;
    underway.get(roundId)?.cancel();
    const sending = sender.send({ id: item.id, lessonId, command: item.command }, { patient: true });
    underway.set(roundId, sending);
    const reply = await sending.reply;
    if (underway.get(roundId) !== sending) return;
    underway.delete(roundId);
    const had = reply.ok || reply.reason === 'buzzer/already-pressed';
    change({ ...items.getState(), [roundId]: { ...item, state: had ? 'received' : { refused: reply.reason } } });
  };

  const leave = () => {
    for (const sending of underway.values()) sending.cancel();
    underway.clear();
    seat = null;
    items.setState({}, true);
  };

  return {
    items,
    leave,
    attend: (lessonId, seatId) => {
      if (seat?.lessonId === lessonId && seat.seatId === seatId) return;
      leave();
      seat = { lessonId, seatId };
      const kept = recall(shelf, lessonId).seats[seatId] ?? {};
      items.setState(kept, true);
      for (const item of Object.values(kept)) if (item.state === 'sending') dispatch(lessonId, item);
    },
    put: (command) => {
      if (!seat) return;
      const item: OutboxItem = { id: newId(), command, state: 'sending' };
      const open = Object.entries(items.getState()).filter(([, { state }]) => state === 'sending');
      change({ ...Object.fromEntries(open), [command.roundId]: item });
      dispatch(seat.lessonId, item);
    },
  };
}

function keep(shelf: Shelf, lessonId: LessonId, seatId: SeatId, items: OutboxItems): void {
  const kept: Kept = { lessonId, seats: { ...recall(shelf, lessonId).seats, [seatId]: items } };
  shelf.setItem(KEY, JSON.stringify(kept));
}

/** What was kept for this lesson; another lesson's is of no use any more. */
function recall(shelf: Shelf, lessonId: LessonId): Kept {
  try {
    const kept = JSON.parse(shelf.getItem(KEY) ?? 'null') as Kept | null;
    if (kept?.lessonId === lessonId && typeof kept.seats === 'object') return kept;
  } catch {
    // Something else was written there: it is replaced with the next answer.
  }
  return { lessonId, seats: {} };
}
