import type { SeatId, Time } from '@tongke/shared-types';
import { type Allowance, TokenBucket } from '../guard/token-bucket.ts';

/** A child takes a photo, looks at it and takes another; retries of a weak link count too. */
const PHOTOS: Allowance = { burst: 6, perSecond: 0.1 };
/** After so many seats the counting starts anew: far more than sit in all lessons of a day. */
const SEATS = 20_000;

/** [BL4] Says whether a seat may send one photo more now, whatever address it comes from. */
export function photoAllowance(now: () => Time): (seatId: SeatId) => boolean {
  const buckets = new Map<SeatId, TokenBucket>();
  return (seatId) => {
    if (buckets.size > SEATS) buckets.clear();
    const bucket = buckets.get(seatId) ?? new TokenBucket(PHOTOS, now);
    buckets.set(seatId, bucket);
    return bucket.take();
  };
}
