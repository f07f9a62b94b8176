import type { Viewer } from '../../roles.ts';
import type { EventOf, LessonEvent } from '../events.ts';
import { seesSingle } from '../sees-single.ts';
import { type Person, seesHandCount } from '../visible.ts';
import { keysOnly } from './keys-only.ts';

type Hidden = EventOf<'question.opened' | 'question.marked' | 'answer.given' | 'handcount.set'>;

/** What a viewer receives of the events of a question that are not for everybody. */
export function questionVisibleTo(viewer: Person, event: Hidden): LessonEvent | null {
  switch (event.type) {
    case 'question.opened': {
      if (viewer.role === 'lead') return event;
      // [VW4] Neither the right answer nor the explanation before its time.
      const early = { ...event, explanation: '', task: { ...event.task, correct: null } };
      return isTablet(viewer) && event.onTablet === 'keys' ? keysOnly(early) : early;
    }
    case 'question.marked':
      return viewer.role === 'lead' ? event : null;
    case 'answer.given': {
      if (isTablet(viewer)) return ofTablet(viewer, event);
      if (seesSingle(viewer, event.seatId)) return event;
      const { roundId, classroomId, answered } = event;
      return answered === null ? null : { type: 'answer.counted', roundId, classroomId, answered };
    }
    case 'handcount.set':
      return seesHandCount(viewer, event.classroomId) ? event : null;
  }
}

/** [VW2] Tablets show no counts: a whole school of them would be told of every answer. */
function ofTablet(viewer: Person, event: EventOf<'answer.given'>): LessonEvent | null {
  const given = { ...event, answered: null };
  if (seesSingle(viewer, event.seatId)) return given;
  return viewer.role === 'shared' && viewer.classroomId === event.classroomId ? { ...given, answer: null } : null;
}

/** Pupils' screens, with or without a seat. */
export function isTablet({ role }: Viewer): boolean {
  return role === 'pupil' || role === 'shared' || role === 'guest';
}
