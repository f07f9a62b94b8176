import { type Credentials, type Refusal, refuse, type SeatId } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Connection, connect } from './connect.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Shelf } from './storage.ts';
import { type TabletMemory, tabletMemory } from './tablet-memory.ts';
import type { OpenWire } from './wire.ts';

type Proof = Extract<Credentials, { as: 'tablet' }>['by'];

/** Where the tablet stands: it needs a code, or it has a line to a lesson. */
export type TabletStage =
  | { readonly kind: 'code'; readonly problem: Refusal | null }
  | { readonly kind: 'lesson'; readonly connection: Connection; readonly outbox: Outbox };

export interface Tablet {
  readonly stage: StoreApi<TabletStage>;
  readonly memory: TabletMemory;
  readonly join: (code: string) => void;
  /** Tries the way in once more, after the link was closed. */
  readonly again: () => void;
  readonly askForCode: () => void;
  readonly claim: (seatId: SeatId) => ReturnType<Connection['send']>;
}

const NEEDS_CODE: readonly Refusal[] = ['code/wrong', 'code/slow-down', 'door/closed', 'malformed'];

/**
 * A pupil's tablet: it comes in with the QR's ticket or with a code, and once it holds a seat its device key alone
 * brings it back, also after the door was closed.
 */
export function openTablet(ticket: string | null, shelf: Shelf, openWire: OpenWire): Tablet {
  const memory = tabletMemory(shelf);
  let way: Proof | null = ticket ? { kind: 'ticket', ticket } : null;
  let seated = ticket ? null : (memory.last()?.lessonId ?? null) || null;
  let line: { readonly kind: 'lesson'; readonly connection: Connection; readonly outbox: Outbox } | null = null;

  const stage = createStore<TabletStage>(() => ({ kind: 'code', problem: null }));

  const credentials = (): Credentials => {
    const seat: Proof = { kind: 'seat', lessonId: seated ?? '' };
    return { as: 'tablet', deviceKey: memory.deviceKey, by: seated || !way ? seat : way };
  };

  const claim = (seatId: SeatId) =>
    line ? line.connection.send({ type: 'seat.claim', seatId }) : Promise.resolve(refuse('no-lesson-now'));

  function open(): void {
    if (line) {
      line.connection.retry();
    } else {
      const connection = connect(credentials, openWire);
      line = { kind: 'lesson', connection, outbox: createOutbox(connection.sender, shelf) };
      connection.store.subscribe(follow);
    }
    stage.setState(line, true);
  }

  /** Who this tablet is may change with every snapshot; the outbox must know before anything is sent. */
  function follow(): void {
    if (!line) return;
    const { lesson, link, reason } = line.connection.store.getState();
    if (link === 'closed' && reason) closed(reason);
    if (link !== 'online' || !lesson) return;
    const { viewer, names, lessonId } = lesson;
    if (viewer.role === 'pupil') {
      seated = lessonId;
      const number = lesson.view.classrooms[viewer.classroomId]?.seats[viewer.seatId]?.number;
      memory.remember({ seatId: viewer.seatId, name: names[viewer.seatId] ?? `${number ?? ''}号`, lessonId });
      line.outbox.attend(lessonId, viewer.seatId);
      return;
    }
    line.outbox.leave();
    if (viewer.role !== 'guest') return;
    const last = memory.last();
    const held = last && lesson.view.classrooms[viewer.classroomId]?.seats[last.seatId]?.device !== null;
    // The seat was given up or taken away while this page was open: the next child is asked.
    if (seated && last) memory.remember({ ...last, lessonId: '' });
    // A page that was loaded anew takes its own seat again without asking.
    else if (last && held && last.lessonId === lessonId) {
      memory.remember({ ...last, lessonId: '' });
      claim(last.seatId);
    }
    seated = null;
  }

  function closed(reason: Refusal): void {
    const bySeat = seated !== null;
    if (bySeat && (reason === 'seat/none' || reason === 'not-found' || reason === 'code/wrong')) {
      seated = null;
      if (way) open();
      else stage.setState({ kind: 'code', problem: null }, true);
    } else if (NEEDS_CODE.includes(reason)) {
      stage.setState({ kind: 'code', problem: reason }, true);
    }
  }

  if (way || seated) open();
  return {
    stage,
    memory,
    claim,
    again: () => (way || seated ? open() : stage.setState({ kind: 'code', problem: null }, true)),
    askForCode: () => stage.setState({ kind: 'code', problem: null }, true),
    join: (code) => {
      way = { kind: 'code', code };
      seated = null;
      open();
    },
  };
}
