import { type CommandReply, type Credentials, type Refusal, refuse } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TabletBranch } from '../direct/tablet-direct.ts';
import { type Connection, connect } from './connect.ts';
import type { AskData } from './data-channel.ts';
import { createDataPath, type DataPath, type SeatDataPath } from './data-path.ts';
import { openVault } from './indexed-vault.ts';
import { keepDirect } from './keep-direct.ts';
import { newId } from './new-id.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { isPassing } from './passing.ts';
import type { Shelf } from './storage.ts';
import { type TabletMemory, tabletMemory } from './tablet-memory.ts';
import { createLessonTiming } from './timing/lesson-timing.ts';
import type { Timing } from './timing/timing.ts';
import type { OpenWire } from './wire.ts';

type Proof = Extract<Credentials, { as: 'tablet' }>['by'];

/** Where the tablet stands: it needs a code, or it has a line to a lesson. */
export type TabletStage =
  | { readonly kind: 'code'; readonly problem: Refusal | null }
  | ({ readonly kind: 'lesson' } & TabletLine);

/** A tablet's line to its lesson. */
interface TabletLine {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly timing: Timing;
}

export interface Tablet {
  readonly stage: StoreApi<TabletStage>;
  readonly memory: TabletMemory;
  /** The lesson of the room's board, while it goes on over a cut link and this tablet reaches it. */
  readonly branch: StoreApi<TabletBranch | null>;
  /** The way of its seat beside the socket; not open before a seat is taken, and never where UDP is blocked. */
  readonly dataPath: DataPath;
  readonly join: (code: string) => void;
  /** Tries the way in once more, after the link was closed. */
  readonly again: () => void;
  readonly askForCode: () => void;
  /** Presses the buzzer: at once on the data path, and from the outbox on the socket, with one id. `timeStamp` is the event's own. */
  readonly press: (roundId: string, timeStamp: number) => void;
  /** 换人: gives the seat up and forgets who sat here; a tablet that is handed round is so no longer. */
  readonly leave: () => Promise<CommandReply>;
}

/** Only another way in helps: the ticket or code is not, or no longer, good. */
const NEEDS_CODE: readonly Refusal[] = ['code/wrong', 'code/slow-down', 'door/closed', 'link/expired', 'malformed'];
/** A server that has just started may not have opened the lesson's log yet; after so many tries it is over indeed. */
const TRIES = 8;

/**
 * A pupil's tablet: it comes in with the QR's ticket or with a code, and once it holds a seat its device key alone
 * brings it back, also after the door was closed. `prepare` fetches the parts of the page that a branch of its room may need (BR13).
 */
export function openTablet(
  ticket: string | null,
  shelf: Shelf,
  openWire: OpenWire,
  prepare: () => void = () => undefined,
): Tablet {
  const vault = openVault(shelf);
  const memory = tabletMemory(shelf);
  let way: Proof | null = ticket ? { kind: 'ticket', ticket } : null;
  let seated = ticket ? null : (memory.last()?.lessonId ?? null) || null;
  let line: Extract<TabletStage, { kind: 'lesson' }> | null = null;

  const stage = createStore<TabletStage>(() => ({ kind: 'code', problem: null }));

  const credentials = (): Credentials => {
    const seat: Proof = { kind: 'seat', lessonId: seated ?? '' };
    return { as: 'tablet', deviceKey: memory.deviceKey, by: seated || !way ? seat : way };
  };

  const ask: AskData = async (request) => line?.connection.data(request) ?? refuse('media/unavailable');
  const dataPath: SeatDataPath = createDataPath(async () => {
    const { openDataChannel } = await import('./data-channel.ts');
    return (handlers) => openDataChannel(ask, handlers);
  });
  const branch = createStore<TabletBranch | null>(() => null);
  const direct = keepDirect(vault, branch, prepare);

  let tries = 0;
  let leaving = false;
  const mayPass = (reason: Refusal): boolean => {
    const running = line?.connection.store.getState().lesson?.view.phase !== 'ended';
    if (reason === 'lesson/ended' && seated && running && tries++ < TRIES) return true;
    return isPassing(reason);
  };

  function open(): void {
    if (line) {
      line.connection.retry();
    } else {
      const connection = connect(credentials, openWire, mayPass);
      const outbox = createOutbox(connection.sender, vault);
      const timing = createLessonTiming(connection, shelf);
      timing.attach(dataPath);
      line = { kind: 'lesson', connection, outbox, timing };
      connection.store.subscribe(follow);
      connection.onData(() => dataPath.lost());
    }
    stage.setState(line, true);
  }

  /** Who this tablet is may change with every snapshot; the outbox must know before anything is sent. */
  function follow(): void {
    if (!line) return;
    const { lesson, link, reason } = line.connection.store.getState();
    if (link === 'closed') dataPath.close();
    direct.follow(line.connection);
    if (link === 'closed' && reason) closed(reason);
    if (link !== 'online' || !lesson) return;
    const { viewer, names, lessonId } = lesson;
    tries = 0;
    if (viewer.role === 'pupil') {
      seated = lessonId;
      const number = lesson.view.classrooms[viewer.classroomId]?.seats[viewer.seatId]?.number;
      if (!leaving)
        memory.remember({ seatId: viewer.seatId, name: names[viewer.seatId] ?? `${number ?? ''}`, lessonId });
      line.outbox.attend(lessonId, viewer.seatId);
      if (lesson.view.phase === 'ended') dataPath.close();
      else dataPath.attend(`${lessonId}/${viewer.seatId}`);
      return;
    }
    if (viewer.role === 'shared') {
      // [RO10] Its key alone brings it back too; it sits on no seat.
      seated = lessonId;
      memory.forget();
      line.outbox.attend(lessonId, viewer.tabletId);
      dataPath.close();
      return;
    }
    if (leaving) memory.forget();
    leaving = false;
    const last = memory.last();
    // The seat was released or moved to another device while this page was open.
    if (seated && last) memory.remember({ ...last, lessonId: '' });
    seated = null;
    line.outbox.leave();
    dataPath.close();
  }

  function closed(reason: Refusal): void {
    const bySeat = seated !== null;
    const seen = Boolean(line?.connection.store.getState().lesson);
    if (bySeat && reason === 'seat/none' && way) {
      seated = null;
      open();
    } else if (bySeat && reason === 'lesson/ended' && !seen) {
      askForCode(null);
    } else if (bySeat && reason === 'seat/none') {
      askForCode(reason);
    } else if (NEEDS_CODE.includes(reason)) {
      askForCode(reason);
    }
  }

  function askForCode(problem: Refusal | null): void {
    way = null;
    seated = null;
    stage.setState({ kind: 'code', problem }, true);
  }

  if (way || seated) open();
  return {
    stage,
    branch,
    memory,
    dataPath,
    again: () => (way || seated ? open() : askForCode(null)),
    askForCode: () => askForCode(null),
    press: (roundId, timeStamp) => {
      if (!line) return;
      const id = newId();
      const stamps = line.timing.stamp(roundId, timeStamp);
      line.timing.copy(id, stamps);
      line.outbox.put({ type: 'buzzer.press', ...stamps }, id);
    },
    leave: async () => {
      if (!line) return refuse('no-lesson-now');
      leaving = true;
      const shared = line.connection.store.getState().lesson?.viewer.role === 'shared';
      const reply = await line.connection.send({ type: shared ? 'tablet.leave' : 'seat.leave' });
      if (!reply.ok) leaving = false;
      return reply;
    },
    join: (code) => {
      way = { kind: 'code', code };
      seated = null;
      open();
    },
  };
}
