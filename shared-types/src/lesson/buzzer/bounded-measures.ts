import type { ClassroomId } from '../../ids.ts';
import type { LinkQuality } from './link-estimate.ts';
import { type Measure, SLACK } from './measure.ts';

/** A device of a lesson, as its link was measured: a tablet or a board. */
export interface MeasuredLink extends LinkQuality, Pick<Measure, 'path' | 'late'> {
  readonly classroomId: ClassroomId;
}

/** A device may be so much farther away than the others of its room, in ms. */
const ROOM_MS = 40;
/** Least round trips of one network differ by so much by chance, in ms. */
const CHANCE_MS = 5;
/** J by the spread of the round trips; two of it leave hardly any honest press outside. */
const SPREAD = 2;

/**
 * What each link is believed to be: m = min(own, median of the room's others + 40 ms), J = clamp(2·(p95 − m), 25 ms, 112 ms). Where a
 * link claims to be slower than its room by more than chance, J ends 2 ms sooner for every ms of it, so that pretending to be far gains
 * nothing. Alone in its room, or holding its answers back: J is 25 ms. The answers stand in the order of the links.
 */
export function boundedMeasures(links: readonly MeasuredLink[]): Measure[] {
  const rooms = new Map<ClassroomId, number[]>();
  for (const { classroomId, least } of links) {
    const room = rooms.get(classroomId);
    if (room) room.push(least);
    else rooms.set(classroomId, [least]);
  }
  for (const room of rooms.values()) room.sort((a, b) => a - b);
  return links.map(({ classroomId, least: own, p95, heldBack, path, late }) => {
    const others = medianWithout(rooms.get(classroomId) ?? [], own);
    const alone = others === null;
    const least = alone ? own : Math.min(own, others + ROOM_MS);
    const most = alone || heldBack ? SLACK.least : SLACK.most - 2 * Math.max(0, least - others - CHANCE_MS);
    const slack = Math.min(Math.max(SPREAD * (p95 - least), SLACK.least), most);
    return { least, slack, alone, path, late };
  });
}

/** The median of a sorted list without one of its values; null when nothing else is in it. */
function medianWithout(sorted: readonly number[], value: number): number | null {
  const count = sorted.length - 1;
  if (count < 1) return null;
  const gone = sorted.indexOf(value);
  const at = (index: number) => sorted[index < gone ? index : index + 1] ?? value;
  const middle = Math.floor(count / 2);
  return count % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}
