import type { Say } from '../../i18n/i18n.ts';
import type { RoomAnswers } from '../shared/answer-counts.ts';

/** So many are named; the rest is counted. */
const NAMED = 4;

/** Which classrooms have not all answered yet, those with the most to come first; '' when all have. */
export function missingRooms(t: Say, rooms: readonly RoomAnswers[]): string {
  const left = ({ answered, expected }: RoomAnswers) => expected - answered;
  const missing = rooms.filter((room) => left(room) > 0).sort((a, b) => left(b) - left(a));
  if (missing.length === 0) return '';
  const names = missing.slice(0, NAMED).map(({ name }) => name);
  const more = missing.length > NAMED ? '…' : '';
  return t('teach.missingRooms', { count: missing.length, names: `${names.join(t('common.listComma'))}${more}` });
}
