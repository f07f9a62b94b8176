import type { ClassroomId, Command, Signal, Snapshot, TrackId } from '@tongke/shared-types';
import { createStore } from 'zustand/vanilla';
import type { Branches, BranchScreen } from '../branch/keep-branches.ts';
import type { Connection } from '../connection/connect.ts';
import { createTiming, type Timing } from '../connection/timing/timing.ts';
import { createLiveInk } from '../ink/live-ink.ts';
import { createLessonStore } from '../lesson/lesson-store.ts';
import type { LessonMedia } from '../media/lesson-media.ts';
import { createMediaStore, type MediaState } from '../media/media-store.ts';
import type { BoardSession } from '../screens/board/board-session.ts';
import type { TeachSession } from '../screens/teach/teach-session.ts';

const nothing = () => undefined;
const off = () => nothing;

/** A session without a server or devices, which writes down what the screen sends. */
export interface FakeSession extends TeachSession, BoardSession {
  readonly sent: readonly Command[];
  readonly signals: readonly Signal[];
}

/** For tests and the gallery: screens over a lesson that the fixture made. */
export function fakeSession(lesson: Snapshot | null, now: number, media: Partial<MediaState> = {}): FakeSession {
  const sent: Command[] = [];
  const signals: Signal[] = [];
  const pins = createStore<readonly ClassroomId[]>(() => []);
  const store = createLessonStore({
    link: 'online',
    lesson,
    addresses: { join: 'http://192.168.1.20:8080/s/', phone: 'https://192.168.1.20:8443/assist' },
  });
  const send: Connection['send'] = async (command) => {
    sent.push(command);
    return { ok: true, version: 1 };
  };
  const connection: Connection = {
    store,
    send,
    sender: { send: nothing as never, open: nothing, pause: nothing, end: nothing },
    media: async () => ({ ok: false, reason: 'media/unavailable' }),
    mediaJoin: { by: nothing, ask: nothing as never },
    data: async () => ({ ok: false, reason: 'media/unavailable' }),
    signal: (signal) => void signals.push(signal),
    onData: off,
    timing: nothing,
    onTiming: off,
    onMedia: off,
    onSignal: off,
    direct: nothing,
    onDirect: off,
    ride: off,
    onJoined: off,
    serverNow: () => now,
    retry: nothing,
    close: nothing,
  };
  return {
    sent,
    signals,
    token: 'token',
    connection,
    media: fakeMedia(media),
    timing: fakeTiming(),
    pack: createStore(() => ({ pack: null })),
    liveInk: createLiveInk(),
    shownInk: createLiveInk(),
    branches: fakeBranches(),
    direct: { tablets: createStore<readonly string[]>(() => []) },
    pins,
    togglePin: nothing,
    close: nothing,
  };
}

/** No link was ever cut. */
function fakeBranches(): Branches {
  const store = createStore<BranchScreen>(() => ({ running: null, standing: null, cutAt: null, back: null }));
  const send: Branches['send'] = async () => ({ ok: false, reason: 'not-allowed' });
  return { store, begin: nothing, send, hear: send as never, end: nothing, read: nothing, stop: nothing };
}

/** No cue has come. */
function fakeTiming(): Timing {
  const loadTools = () => Promise.reject(new Error('no cipher'));
  return createTiming({ say: nothing, loadTools, page: { now: () => 0, timeOrigin: 0, frame: nothing } });
}

function fakeMedia(state: Partial<MediaState>): LessonMedia {
  const store = createMediaStore();
  store.setState({ link: 'connected', ...state });
  return {
    store,
    voices: {
      play: nothing,
      volume: nothing,
      resume: nothing,
      onBlocked: off,
      unlock: nothing,
      loudspeaker: nothing,
      stop: nothing,
    },
    publisher: {
      want: nothing,
      chooseDevice: nothing,
      watched: nothing,
      wantsStill: () => false,
      uplink: nothing,
      shelter: nothing,
      closed: nothing,
      renewed: nothing,
      joining: nothing,
      kept: nothing,
      retry: nothing,
      stop: nothing,
    },
    screen: { start: async () => null, stop: nothing },
    width: nothing,
    stats: async () => [],
    loop: async () => null,
    replan: nothing,
    stop: nothing,
  };
}

/** A moving picture for every track, drawn here; only where there is a browser. */
export function drawnTracks(trackIds: readonly TrackId[]): Record<TrackId, MediaStreamTrack> {
  return Object.fromEntries(
    trackIds.map((trackId, index) => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 360;
      const context = canvas.getContext('2d');
      let step = 0;
      const draw = () => {
        if (!context) return;
        context.fillStyle = `hsl(${(index * 47) % 360} 35% 38%)`;
        context.fillRect(0, 0, 640, 360);
        context.fillStyle = 'rgba(255,255,255,0.8)';
        context.beginPath();
        context.arc(320 + 60 * Math.sin(step++ / 9), 170, 90, 0, 7);
        context.fill();
      };
      draw();
      setInterval(draw, 100);
      return [trackId, canvas.captureStream(10).getVideoTracks()[0] as MediaStreamTrack];
    }),
  );
}
