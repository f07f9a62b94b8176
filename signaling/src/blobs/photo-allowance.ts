import type { SeatId, Time } from '@tongke/shared-types';
import { allowanceForEach } from '../guard/allowance-for-each.ts';
import type { Allowance } from '../guard/token-bucket.ts';

/** A child takes a photo, looks at it and takes another; retries of a weak link count too. */
const PHOTOS: Allowance = { burst: 6, perSecond: 0.1 };
/** Far more than sit in all lessons of a day. */
const SEATS = 20_000;

/** [BL4] Says whether a seat may send one photo more now. */
export function photoAllowance(now: () => Time): (seatId: SeatId) => boolean {
  return allowanceForEach(PHOTOS, SEATS, now);
}
