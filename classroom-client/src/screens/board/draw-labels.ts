import type { Draw } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { seatLabel } from '../../lesson/seat-label.ts';
import { seatsByNumber } from '../assistant/room-of.ts';
import type { BoardProps } from './board-props.ts';

/** As many tiles flash. */
export const MOST_TILES = 8;

/**
 * [NM1] What flashes on a board during a draw, whoever was drawn among it: names of the own room, where it takes part; of others, of whom a
 * board knows no pupil, the classrooms. Pure.
 */
export function drawLabels(
  t: Say,
  { view, room, names }: Pick<BoardProps, 'view' | 'room' | 'names'>,
  draw: Draw,
): readonly string[] {
  const own = draw.from === null || draw.from === room.classroomId;
  const chosen = seatLabel(t, { view, names }, draw);
  const pupils = own ? seatsByNumber(room).map((seat) => seatLabel(t, { view, names }, { ...seat, ...room })) : [];
  const rooms = Object.values(view.classrooms)
    .filter(({ classroomId }) => classroomId !== room.classroomId && (draw.from ?? classroomId) === classroomId)
    .map(({ name }) => name);
  const others = [...new Set([...rooms.slice(0, MOST_TILES / 2), ...pupils])].filter((label) => label !== chosen);
  return [...others.slice(0, MOST_TILES - 1), chosen].sort();
}
