import { type LessonState, PRAISE_MS, type Praise } from '@tongke/shared-types';

/** The praise that still stands on the screens. */
export function freshPraise({ praise }: LessonState, now: number): Praise | null {
  return praise && now - praise.at < PRAISE_MS ? praise : null;
}
