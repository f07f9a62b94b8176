import type { Names } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';

/** What a pupil is called on this screen: the name where it may be read, else the number. */
export function usePupilName(names: Names): (seat: { readonly seatId: string; readonly number: number }) => string {
  const t = useT();
  return ({ seatId, number }) => names[seatId] || t('common.seatNumber', { number });
}
