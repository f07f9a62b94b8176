import type { Names, TeachersWord } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** [TW5] What is said, with the pupil's name where this viewer may read it, else the number. */
export function wordText(
  t: Say,
  names: Names,
  { word, seatId, number }: Pick<TeachersWord, 'word' | 'seatId' | 'number'>,
): string {
  if (word !== 'call-on') return t(`assistant.say-${word}`);
  return t('assistant.callOn', { name: names[seatId ?? ''] || t('common.seatNumber', { number: number ?? '' }) });
}
