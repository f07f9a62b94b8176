import type { Camera, ClassroomId, Command, LessonState } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import type { LessonMedia } from './lesson-media.ts';
import type { SourceState } from './publish.ts';
import { createStillCamera, STILL_EVERY_MS } from './still.ts';

/** Link states are signals, which may be lost: said again this often, in ms. */
const SAY_AGAIN_MS = 10_000;

/** The report that is due when the camera's state and the lesson's word of it differ; null when none is. */
export function cameraReport(view: LessonState, classroomId: ClassroomId, state: SourceState): Command | null {
  const room = view.classrooms[classroomId];
  if (!room || room.own || view.phase === 'ended' || state === 'starting') return null;
  const camera: Camera = state;
  return room.camera === camera ? null : { type: 'camera.report', camera };
}

/** What a board says of itself without being asked: the camera's state, a still now and then, the state of its link. */
export function startBoardSignals(connection: Connection, { store, publisher }: LessonMedia): () => void {
  const stillCamera = createStillCamera();
  let reporting = false;

  const report = async () => {
    const lesson = connection.store.getState().lesson;
    if (lesson?.viewer.role !== 'board' || reporting) return;
    const command = cameraReport(lesson.view, lesson.viewer.classroomId, store.getState().own.camera.state);
    if (!command) return;
    reporting = true;
    const reply = await connection.send(command);
    reporting = false;
    // The camera may have changed while the answer was on its way.
    if (reply.ok) void report();
  };

  const still = async () => {
    const { track } = store.getState().own.camera;
    if (!track) return stillCamera.stop();
    if (publisher.cameraWatched()) return;
    const jpeg = await stillCamera.take(track);
    // Covered meanwhile: that picture must not leave the room.
    if (jpeg && store.getState().own.camera.track === track) connection.signal({ type: 'still', jpeg });
  };

  const sayLink = () => connection.signal({ type: 'link', state: store.getState().quality });

  const timers = [setInterval(() => void still(), STILL_EVERY_MS), setInterval(sayLink, SAY_AGAIN_MS)];
  const unsubscribe = [
    store.subscribe((state, before) => {
      if (state.own.camera.state !== before.own.camera.state) void report();
      if (state.own.camera.track !== before.own.camera.track) setTimeout(() => void still(), 1_000);
      if (state.quality !== before.quality) sayLink();
    }),
    connection.onJoined(() => void report()),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
    for (const off of unsubscribe) off();
    stillCamera.stop();
  };
}
