import { voiceGain } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Connection, connect } from '../../connection/connect.ts';
import { openWakefulSocket } from '../../connection/wakeful-socket.ts';
import { createLiveInk, type LiveInkStore } from '../../ink/live-ink.ts';
import { secondTracks } from '../../layout/second-tracks.ts';
import { browserCapture } from '../../media/capture.ts';
import { loadDevice } from '../../media/device.ts';
import { createLessonMedia, type LessonMedia } from '../../media/lesson-media.ts';
import { browserScreen } from '../../media/screen-capture.ts';

/** Everything a second teacher's page holds while a lesson is open. */
export interface SecondSession {
  readonly connection: Connection;
  readonly media: LessonMedia;
  readonly liveInk: LiveInkStore;
  /** Whether the lesson is heard here: off at first, for the lead teacher's laptop may stand in the same room. */
  readonly sound: StoreApi<boolean>;
  readonly setSound: (on: boolean) => void;
  readonly close: () => void;
}

const NOTHING = { camera: false, microphone: false } as const;

/** Opens a lesson for a second teacher. It receives and sends nothing. */
export function openSecondSession(lessonId: string): SecondSession {
  const connection = connect({ as: 'second', lessonId }, openWakefulSocket);
  const sound = createStore<boolean>(() => false);
  const media = createLessonMedia({
    connection,
    loadEngine: loadDevice,
    capture: browserCapture({ width: 640, height: 360 }),
    captureScreen: browserScreen,
    layers: 2,
    pauseUnwatched: true,
    plan: (view) => ({
      publish: NOTHING,
      tracks: secondTracks(view, sound.getState()),
      gain: (speaks, { peerId }) => voiceGain(view, speaks, peerId),
    }),
  });
  const liveInk = createLiveInk();
  const stopInk = connection.onSignal(liveInk.hear);
  return {
    connection,
    media,
    liveInk,
    sound,
    setSound: (on) => {
      sound.setState(on, true);
      if (on) media.voices.unlock();
      media.replan();
    },
    close: () => {
      stopInk();
      liveInk.close();
      media.stop();
      connection.close();
    },
  };
}
