import type { ClassroomId, LessonState } from '@tongke/shared-types';
import { cameraOf } from './tracks-of.ts';

/** The most classrooms that the lead teacher's screen plays as video at once. */
export const MAX_LIVE = 9;

/** How long a classroom stays live when it is there by rotation, in ms. */
export const ROTATION_MS = 12_000;

interface Wish {
  readonly pinned: readonly ClassroomId[];
  readonly now: number;
  readonly max?: number;
}

/**
 * Which classrooms the lead teacher sees as live video: those that speak, raised hands (oldest first), pinned ones,
 * then the others in turn. Only rooms whose camera is sending; the rest show a still.
 */
export function liveRooms(view: LessonState, { pinned, now, max = MAX_LIVE }: Wish): readonly ClassroomId[] {
  const sending = Object.keys(view.classrooms).filter((classroomId) => cameraOf(view, classroomId) !== null);
  const wanted = [
    ...view.floor.turns.map(({ classroomId }) => classroomId),
    ...view.hands.map((hand) => hand.classroomId),
    ...pinned,
  ];
  const first = [...new Set(wanted)].filter((classroomId) => sending.includes(classroomId)).slice(0, max);
  const rest = sending.filter((classroomId) => !first.includes(classroomId)).sort();
  return [...first, ...inRotation(rest, max - first.length, Math.floor(now / ROTATION_MS))];
}

/** A window of `places` that moves on by its own width each time; every room comes up within one round. */
function inRotation(rooms: readonly ClassroomId[], places: number, step: number): readonly ClassroomId[] {
  if (places <= 0) return [];
  if (rooms.length <= places) return rooms;
  const windows = Math.ceil(rooms.length / places);
  const from = (step % windows) * places;
  return Array.from({ length: places }, (_, place) => rooms[(from + place) % rooms.length] ?? '');
}
