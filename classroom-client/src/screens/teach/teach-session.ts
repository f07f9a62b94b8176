import { type ClassroomId, gainOnLaptop, LEAD_PEER } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Connection, connect } from '../../connection/connect.ts';
import { openWakefulSocket } from '../../connection/wakeful-socket.ts';
import { createLiveInk, type LiveInkStore } from '../../ink/live-ink.ts';
import { leadTracks } from '../../layout/lead-tracks.ts';
import { liveRooms } from '../../layout/live-rooms.ts';
import { publishWants } from '../../layout/publish-wants.ts';
import { browserCapture } from '../../media/capture.ts';
import { rememberedDevices } from '../../media/chosen-devices.ts';
import { loadDevice } from '../../media/device.ts';
import { createLessonMedia, type LessonMedia } from '../../media/lesson-media.ts';
import { browserScreen } from '../../media/screen-capture.ts';
import { startTeacherStills } from '../../media/teacher-stills.ts';

/** Everything the lead teacher's page holds while a lesson is open. */
export interface TeachSession {
  readonly connection: Connection;
  readonly media: LessonMedia;
  readonly liveInk: LiveInkStore;
  /** The same, and what the lead teacher draws: for the second screen. */
  readonly shownInk: LiveInkStore;
  /** Classrooms that the teacher wants to see live all the time. */
  readonly pins: StoreApi<readonly ClassroomId[]>;
  readonly togglePin: (classroomId: ClassroomId) => void;
  readonly close: () => void;
}

/** Opens a lesson for its lead teacher: the transports come up and carry the camera while the lobby is shown. */
export function openTeachSession(lessonId: string): TeachSession {
  const shownInk = createLiveInk();
  const opened = connect({ as: 'lead', lessonId }, openWakefulSocket);
  const connection: Connection = {
    ...opened,
    signal: (signal) => {
      if (signal.type === 'ink' || signal.type === 'laser') shownInk.hear({ peerId: LEAD_PEER, signal });
      opened.signal(signal);
    },
  };
  const pins = createStore<readonly ClassroomId[]>(() => []);
  const media = createLessonMedia({
    connection,
    loadEngine: loadDevice,
    capture: browserCapture({ width: 1280, height: 720 }),
    captureScreen: browserScreen,
    layers: 3,
    pauseUnwatched: false,
    plan: (view, now) => ({
      publish: publishWants(view, LEAD_PEER, now),
      tracks: leadTracks(view, liveRooms(view, { pinned: pins.getState(), now })),
      gain: gainOnLaptop,
    }),
  });
  const liveInk = createLiveInk();
  const stopInk = connection.onSignal((relayed) => {
    liveInk.hear(relayed);
    shownInk.hear(relayed);
  });
  const stopStills = startTeacherStills(connection, media);
  const { camera, microphone, loudspeaker } = rememberedDevices();
  media.publisher.chooseDevice('camera', camera);
  media.publisher.chooseDevice('microphone', microphone);
  media.voices.loudspeaker(loudspeaker);
  return {
    connection,
    media,
    liveInk,
    shownInk,
    pins,
    togglePin: (classroomId) => {
      const pinned = pins.getState();
      const next = pinned.includes(classroomId) ? pinned.filter((id) => id !== classroomId) : [...pinned, classroomId];
      pins.setState(next, true);
      media.replan();
    },
    close: () => {
      stopInk();
      liveInk.close();
      shownInk.close();
      stopStills();
      media.stop();
      connection.close();
    },
  };
}
