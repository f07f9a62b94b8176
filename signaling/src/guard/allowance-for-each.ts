import type { Time } from '@tongke/shared-types';
import { type Allowance, TokenBucket } from './token-bucket.ts';

/** Says of each key (a seat, an account, a device) whether it may do the thing once more now, whatever address it comes from; after `most` keys the counting starts anew. */
export function allowanceForEach(allowance: Allowance, most: number, now: () => Time): (key: string) => boolean {
  const buckets = new Map<string, TokenBucket>();
  return (key) => {
    if (buckets.size > most) buckets.clear();
    const bucket = buckets.get(key) ?? new TokenBucket(allowance, now);
    buckets.set(key, bucket);
    return bucket.take();
  };
}
