import type { Camera, ClassroomId, Command, LessonState } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import type { LessonMedia } from './lesson-media.ts';
import type { SourceState } from './publish.ts';
import { createStillCamera, STILL_EVERY_MS } from './still.ts';

/** The report that is due when the camera's state and the lesson's word of it differ; null when none is. */
export function cameraReport(view: LessonState, classroomId: ClassroomId, state: SourceState): Command | null {
  const room = view.classrooms[classroomId];
  if (!room || room.own || view.phase === 'ended' || state === 'starting') return null;
  const camera: Camera = state;
  return room.camera === camera ? null : { type: 'camera.report', camera };
}

/** What a board says of itself without being asked: the camera's state, and a still now and then. */
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
    if (!publisher.wantsStill()) return;
    const jpeg = await stillCamera.take(track);
    // Covered meanwhile: that picture must not leave the room.
    if (jpeg && store.getState().own.camera.track === track) connection.signal({ type: 'still', jpeg });
  };

  const timer = setInterval(() => void still(), STILL_EVERY_MS);
  const unsubscribe = [
    store.subscribe((state, before) => {
      if (state.own.camera.state !== before.own.camera.state) void report();
      if (state.own.camera.track !== before.own.camera.track) setTimeout(() => void still(), 1_000);
    }),
    connection.onJoined(() => void report()),
  ];
  return () => {
    clearInterval(timer);
    for (const off of unsubscribe) off();
    stillCamera.stop();
  };
}
