import { type LessonState, RUNG_STILL_MS } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import type { LessonMedia } from './lesson-media.ts';
import { createStillCamera } from './still.ts';

/** [WL7] True while the link of some classroom carries no more of the lead teacher than a still. */
export function stillsWanted({
  phase,
  links,
  classrooms,
}: Pick<LessonState, 'phase' | 'links' | 'classrooms'>): boolean {
  if (phase !== 'live') return false;
  return Object.values(classrooms).some(
    ({ classroomId, board, left }) => board.online && !left && links[classroomId]?.down === 'D',
  );
}

/** Sends the lead teacher's picture as a still every 2 s, as long as some board's link carries no more. */
export function startTeacherStills(connection: Connection, { store }: LessonMedia): () => void {
  const camera = createStillCamera();
  const still = async () => {
    const { track } = store.getState().own.camera;
    const view = connection.store.getState().lesson?.view;
    if (!track || !view || !stillsWanted(view)) return camera.stop();
    const jpeg = await camera.take(track);
    if (jpeg && store.getState().own.camera.track === track) connection.signal({ type: 'still', jpeg });
  };
  const timer = setInterval(() => void still(), RUNG_STILL_MS);
  return () => {
    clearInterval(timer);
    camera.stop();
  };
}
