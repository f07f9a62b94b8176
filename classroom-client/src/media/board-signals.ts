import type { Camera, ClassroomId, Command, LessonState } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import type { LessonMedia } from './lesson-media.ts';
import type { SourceState } from './publish.ts';
import { createStillCamera } from './still.ts';
import { createStillRider } from './still-rider.ts';

/** The report that is due when the camera's state and the lesson's word of it differ; null when none is. */
export function cameraReport(view: LessonState, classroomId: ClassroomId, state: SourceState): Command | null {
  const room = view.classrooms[classroomId];
  if (!room || room.own || view.phase === 'ended' || state === 'starting') return null;
  const camera: Camera = state;
  return room.camera === camera ? null : { type: 'camera.report', camera };
}

/** What a board says of itself without being asked: the camera's state, and a still now and then. */
export function startBoardSignals(connection: Connection, { store, publisher }: LessonMedia): () => void {
  const stills = createStillRider({
    camera: createStillCamera(),
    track: () => store.getState().own.camera.track,
    wants: publisher.wantsStill,
  });
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

  const unsubscribe = [
    store.subscribe((state, before) => {
      if (state.own.camera.state !== before.own.camera.state) void report();
      if (state.own.camera.track !== before.own.camera.track) stills.changed();
    }),
    connection.onJoined(() => void report()),
    connection.ride(stills.ride),
  ];
  return () => {
    for (const off of unsubscribe) off();
    stills.stop();
  };
}
