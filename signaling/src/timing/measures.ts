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
 * no pupil has a tablet. `now` is on the precise clock. A link that has not answered yet is not measured.
 */
export function measuresOf(
  links: readonly Link[],
  { classrooms }: Pick<LessonState, 'classrooms'>,
  pings: OutstandingPings,
  now: number,
): EntrantMeasure[] {
  const entering = links.flatMap((link) => {
    const { actor, slot, estimate } = link;
    const { classroomId } = actor;
    const quality = estimate.quality(now);
    if (!quality || (actor.role === 'board' && hasTablets(classrooms[classroomId]))) return [];
    const path = pings.hasDataPath(slot) ? 'both' : 'socket';
    const measured: MeasuredLink = { ...quality, classroomId, path, late: pings.late(slot) };
    return [{ actor, measured }];
  });
  const measures = boundedMeasures(entering.map(({ measured }) => measured));
  return entering.flatMap(({ actor }, index): EntrantMeasure[] => {
    const measure = measures[index];
    if (!measure) return [];
    if (actor.role === 'pupil') return [{ entrant: seatKey(actor), ...measure }];
    const { classroomId } = actor;
    return Array.from({ length: ZONES }, (_, zone) => ({
      entrant: entrantKey({ kind: 'zone', classroomId, zone: zone + 1 }),
      ...measure,
    }));
  });
}

function hasTablets(room: Classroom | undefined): boolean {
  return room !== undefined && Object.values(room.seats).some(({ online }) => online);
}
