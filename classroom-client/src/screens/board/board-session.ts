import { voiceGain } from '@tongke/shared-types';
import { postBranch } from '../../branch/hand-in.ts';
import { openBranchShelf } from '../../branch/indexed-branch-shelf.ts';
import { type Branches, keepBranches } from '../../branch/keep-branches.ts';
import { type Connection, connect } from '../../connection/connect.ts';
import { shelf } from '../../connection/storage.ts';
import { createLessonTiming } from '../../connection/timing/lesson-timing.ts';
import type { Timing } from '../../connection/timing/timing.ts';
import { openWakefulSocket } from '../../connection/wakeful-socket.ts';
import { serveTablets } from '../../direct/serve-tablets.ts';
import { createTabletLinks, type TabletLinks } from '../../direct/tablet-links.ts';
import { createLiveInk, type LiveInkStore } from '../../ink/live-ink.ts';
import { boardTracks } from '../../layout/board-tracks.ts';
import { publishWants } from '../../layout/publish-wants.ts';
import { startBoardSignals } from '../../media/board-signals.ts';
import { browserCapture } from '../../media/capture.ts';
import { loadDevice } from '../../media/device.ts';
import { createLessonMedia, type LessonMedia } from '../../media/lesson-media.ts';
import { browserScreen } from '../../media/screen-capture.ts';
import { keepPack, type PackStore } from '../../pack/keep-pack.ts';
import { openPackShelf } from '../../pack/pack-shelf.ts';

/** What a paired board holds from power on to power off, over all lessons. */
export interface BoardSession {
  readonly token: string;
  readonly connection: Connection;
  readonly media: LessonMedia;
  readonly timing: Timing;
  /** What the board holds of its lesson for a cut. */
  readonly pack: PackStore;
  readonly liveInk: LiveInkStore;
  /** How its classroom goes on when the link is cut. */
  readonly branches: Branches;
  /** The tablets that it reaches directly then. */
  readonly direct: Pick<TabletLinks, 'tablets'>;
  readonly close: () => void;
}

const NOTHING = { camera: false, microphone: false } as const;

/** Opens a paired board. It sends nothing before its 开始上课: tapped in the room, or by itself where the browser wants no tap. */
export function openBoardSession(token: string): BoardSession {
  const connection = connect({ as: 'board', token }, openWakefulSocket);
  const media = createLessonMedia({
    connection,
    loadEngine: loadDevice,
    capture: browserCapture({ width: 640, height: 360 }),
    captureScreen: browserScreen,
    layers: 2,
    pauseUnwatched: true,
    plan: (view, now) => {
      const viewer = connection.store.getState().lesson?.viewer;
      const classroomId = viewer?.role === 'board' ? viewer.classroomId : '';
      const ready = view.classrooms[classroomId]?.board.ready ?? false;
      return {
        publish: ready ? publishWants(view, classroomId, now) : NOTHING,
        tracks: boardTracks(view, classroomId),
        gain: (speaks, { peerId }) => voiceGain(view, speaks, peerId),
      };
    },
  });
  const timing = createLessonTiming(connection, shelf);
  const pack = keepPack({ connection, token, shelf: openPackShelf() });
  const liveInk = createLiveInk();
  const stopInk = connection.onSignal(liveInk.hear);
  const direct = createTabletLinks(connection);
  const branches = keepBranches({
    connection,
    shelf: openBranchShelf(),
    post: postBranch(token),
    pack: () => pack.store.getState().pack,
    tablets: direct.tablets,
  });
  const stopServing = serveTablets(direct, branches);
  const stopSignals = startBoardSignals(connection, media);
  return {
    token,
    connection,
    media,
    timing,
    pack: pack.store,
    liveInk,
    branches,
    direct,
    close: () => {
      stopServing();
      branches.stop();
      direct.stop();
      pack.stop();
      stopInk();
      liveInk.close();
      stopSignals();
      media.stop();
      connection.close();
    },
  };
}
