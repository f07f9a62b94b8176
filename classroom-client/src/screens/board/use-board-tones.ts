import { type Classroom, type LessonState, readClock, turnOfRoom } from '@tongke/shared-types';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { useToneOn } from '../../ui/use-tone-on.ts';

/** A tone when a round begins, somebody wins or is praised here, a countdown is over, this room gets the turn, or the link is lost. */
export function useBoardTones(view: LessonState | null, room: Classroom | null, link: LinkPhase, now: number): void {
  const clock = view?.clock ?? null;
  const praise = view?.praise?.classroomId === room?.classroomId ? (view?.praise ?? null) : null;
  const round = view?.round ?? null;
  const turn = view && room && turnOfRoom(view, room.classroomId);
  // Once when the assistant is asked, and once when the microphone opens.
  const own = turn ? `${turn.turnId} ${turn.acceptBy === null}` : null;
  useToneOn('go', round && !(round.kind === 'buzzer' && round.phase === 'armed') ? round.roundId : null);
  useToneOn('win', round?.kind === 'buzzer' && round.order?.[0] ? round.roundId : null);
  useToneOn('go', clock && readClock(clock, now).over ? clock.clockId : null);
  useToneOn('win', praise?.praiseId ?? null);
  useToneOn('turn', own);
  useToneOn('lost', link === 'lost' ? 'lost' : null);
}
