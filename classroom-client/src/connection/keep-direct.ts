import type { StoreApi } from 'zustand/vanilla';
import type { TabletBranch, TabletDirect } from '../direct/tablet-direct.ts';
import type { Connection } from './connect.ts';
import type { Vault } from './vault.ts';

/** Everything that a lesson needs at once comes first, ms. */
const FIRST_MS = 5_000;

/** Keeps a pupil's tablet in reach of the board of its room. */
export interface KeptDirect {
  /** To be told of every change of what the connection knows. */
  readonly follow: (connection: Connection) => void;
}

/**
 * [BR8] [BR13] While the tablet holds a seat of a lesson that is not over: its channel to the board, by a part of the page that is fetched
 * behind all others; `prepare` then fetches what else a branch may show.
 */
export function keepDirect(vault: Vault, branch: StoreApi<TabletBranch | null>, prepare: () => void): KeptDirect {
  let direct: TabletDirect | null = null;
  let fetching = false;
  let reachable = false;
  let seat: { readonly lessonId: string; readonly seatId: string } | null = null;

  const fetch = (connection: Connection) => {
    if (fetching || direct) return;
    fetching = true;
    setTimeout(async () => {
      try {
        const { openTabletDirect } = await import('../direct/tablet-direct.ts');
        direct = openTabletDirect(connection, vault, branch);
        prepare();
      } catch {
        // The link is gone; with the link it is fetched again.
      }
      fetching = false;
      if (seat) direct?.attend(seat.lessonId, seat.seatId);
    }, FIRST_MS);
  };
  const leave = () => {
    seat = null;
    direct?.close();
  };

  return {
    follow: (connection) => {
      const { link, lesson } = connection.store.getState();
      if (link === 'closed') return leave();
      const was = reachable;
      const { viewer, view } = lesson ?? {};
      const room = viewer?.role === 'pupil' ? view?.classrooms[viewer.classroomId] : undefined;
      reachable = link === 'online' && room?.board.online === true;
      if (link !== 'online' || !lesson) return;
      if (viewer?.role !== 'pupil' || !room || room.own || view?.phase === 'ended') return leave();
      if (typeof RTCPeerConnection === 'undefined') return;
      seat = { lessonId: lesson.lessonId, seatId: viewer.seatId };
      fetch(connection);
      direct?.attend(seat.lessonId, seat.seatId);
      if (reachable && !was) direct?.hurry();
    },
  };
}
