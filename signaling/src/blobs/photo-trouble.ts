import type { LessonState, Refusal, RoundId, Time } from '@tongke/shared-types';

/** [BL4] Why no photo can be sent for this round now; null when one can. */
export function photoTrouble({ phase, round }: LessonState, roundId: RoundId, now: Time): Refusal | null {
  if (phase !== 'live') return phase === 'ended' ? 'lesson/ended' : 'lesson/not-live';
  if (round?.kind !== 'question') return 'round/none';
  if (round.roundId !== roundId || round.task.kind !== 'photo') return 'round/other';
  return round.phase === 'open' && now >= round.opensAt && now <= round.takesUntil ? null : 'round/closed';
}
