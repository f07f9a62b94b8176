import type { Classroom, LessonState } from '@tongke/shared-types';
import { useEffect, useRef } from 'react';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { playTone, type Tone } from '../../ui/sounds.ts';

/** A tone when a round begins, somebody wins, this room gets the turn, or the link is lost. */
export function useBoardTones(view: LessonState | null, room: Classroom | null, link: LinkPhase): void {
  const round = view?.round ?? null;
  const own = view?.turn && view.turn.classroomId === room?.classroomId ? view.turn.turnId : null;
  useToneOn('go', round?.roundId ?? null);
  useToneOn('win', round?.kind === 'buzzer' && round.order?.[0] ? round.roundId : null);
  useToneOn('turn', own);
  useToneOn('lost', link === 'lost' ? 'lost' : null);
}

/** Sounds when the value becomes another one than null; what was so when the page opened is old news. */
function useToneOn(tone: Tone, value: string | null): void {
  const before = useRef(value);
  useEffect(() => {
    if (value !== null && value !== before.current) playTone(tone);
    before.current = value;
  }, [tone, value]);
}
