import {
  boundedMeasures,
  type Classroom,
  type EntrantMeasure,
  entrantKey,
  type LessonState,
  type MeasuredLink,
  seatKey,
  ZONES,
} from '@tongke/shared-types';
import type { Link } from './link.ts';
import type { OutstandingPings } from './outstanding-pings.ts';

/**
 * [TM3] What is believed of every link at this moment, for those who may press: the seats, and the zones of boards in rooms where
 * no pupil has a tablet. Where they have, the board is a witness of the room's network. `now` is on the precise clock. A link that has
 * not answered yet is not measured.
 */
export function measuresOf(
  links: readonly Link[],
  { classrooms }: Pick<LessonState, 'classrooms'>,
  pings: OutstandingPings,
  now: number,
): EntrantMeasure[] {
  const known = links.flatMap((link) => {
    const { actor, slot, estimate } = link;
    const quality = estimate.quality(now);
    if (!quality) return [];
    const path = pings.hasDataPath(slot) ? 'both' : 'socket';
    const measured: MeasuredLink = { ...quality, classroomId: actor.classroomId, path, late: pings.late(slot) };
    return [{ actor, measured }];
  });
  const measures = boundedMeasures(known.map(({ measured }) => measured));
  return known.flatMap(({ actor }, index): EntrantMeasure[] => {
    const measure = measures[index];
    if (!measure) return [];
    if (actor.role === 'pupil') return [{ entrant: seatKey(actor), ...measure }];
    const { classroomId } = actor;
    if (hasTablets(classrooms[classroomId])) return [];
    return Array.from({ length: ZONES }, (_, zone) => ({
      entrant: entrantKey({ kind: 'zone', classroomId, zone: zone + 1 }),
      ...measure,
    }));
  });
}

function hasTablets(room: Classroom | undefined): boolean {
  return room !== undefined && Object.values(room.seats).some(({ online }) => online);
}
