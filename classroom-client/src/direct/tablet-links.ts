import type { DirectNotice, SeatId } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Connection } from '../connection/connect.ts';
import { createListeners, type Listeners } from '../connection/listeners.ts';
import type { DataChannel } from '../connection/open-channel.ts';
import { acceptCall } from './accept-call.ts';

/** The tablets that a board reaches directly. The server said which seat each of them holds. */
export interface TabletLinks {
  readonly tablets: StoreApi<readonly SeatId[]>;
  /** False when it could not be sent now. */
  readonly send: (seatId: SeatId, bytes: Uint8Array) => boolean;
  readonly onMessage: Listeners<{ readonly seatId: SeatId; readonly bytes: Uint8Array }>['add'];
  /** After each opening, also where another channel of the seat was open. */
  readonly onOpened: Listeners<SeatId>['add'];
  readonly stop: () => void;
}

type Server = Pick<Connection, 'store' | 'direct' | 'onDirect'>;

/** [BR8] Answers the calls of the room's tablets, one channel for each seat, for as long as the seat is the tablet's and the lesson lasts. */
export function createTabletLinks(server: Server, accept: typeof acceptCall = acceptCall): TabletLinks {
  const tablets = createStore<readonly SeatId[]>(() => []);
  const messages = createListeners<{ readonly seatId: SeatId; readonly bytes: Uint8Array }>();
  const openings = createListeners<SeatId>();
  const channels = new Map<SeatId, DataChannel>();
  /** The latest call of each seat. */
  const calls = new Map<SeatId, string>();
  let lessonId: string | null = null;

  const show = () => tablets.setState([...channels.keys()], true);
  const hangUp = (seatId: SeatId) => {
    channels.get(seatId)?.close();
    if (channels.delete(seatId)) show();
  };
  const drop = (seatId: SeatId) => {
    calls.delete(seatId);
    hangUp(seatId);
  };

  const called = async ({ seatId, linkId, end }: Extract<DirectNotice, { type: 'offer' }>) => {
    calls.set(seatId, linkId);
    const isMine = () => calls.get(seatId) === linkId;
    let channel: DataChannel | null = null;
    let isLost = false;
    /** Also while a later call has not come to anything. */
    const isInUse = () => channel !== null && channels.get(seatId) === channel;
    const opened = await accept(end, (own) => isMine() && server.direct({ type: 'answer', linkId, seatId, end: own }), {
      message: (bytes) => (isMine() || isInUse()) && messages.tell({ seatId, bytes }),
      lost: () => {
        isLost = true;
        if (isInUse()) hangUp(seatId);
      },
    });
    if (!opened.ok) return;
    if (!isMine() || isLost) return opened.channel.close();
    channels.get(seatId)?.close();
    channel = opened.channel;
    channels.set(seatId, channel);
    show();
    openings.tell(seatId);
  };

  const stopCalls = server.onDirect((notice) => {
    if (notice.type === 'offer') void called(notice);
    if (notice.type === 'over') drop(notice.seatId);
  });
  const stopStore = server.store.subscribe(({ link, lesson }) => {
    if (link !== 'online') return;
    const { viewer, view } = lesson ?? {};
    const room = viewer?.role === 'board' ? view?.classrooms[viewer.classroomId] : undefined;
    const lasts = room !== undefined && !room.left && view?.phase !== 'ended' && lesson?.lessonId === lessonId;
    lessonId = lesson?.lessonId ?? null;
    // While the board was away a seat may have become free.
    for (const seatId of calls.keys()) if (!lasts || room.seats[seatId]?.device === null) drop(seatId);
  });
  return {
    tablets,
    send: (seatId, bytes) => channels.get(seatId)?.send(bytes) ?? false,
    onMessage: messages.add,
    onOpened: openings.add,
    stop: () => {
      stopCalls();
      stopStore();
      for (const seatId of [...calls.keys()]) drop(seatId);
    },
  };
}
