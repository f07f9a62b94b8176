import type { Signal } from '@tongke/shared-types';
import type { Hall } from './hall.ts';
import type { Phase } from './session.ts';

/** A board's link state goes to the lead teacher and to its own phone, its still picture to the lead teacher alone. */
export function relaySignal({ hall, actor }: Extract<Phase, { kind: 'joined' }>, signal: Signal): void {
  if (actor.role !== 'board') return;
  const { classroomId } = actor;
  for (const session of audience(hall, classroomId, signal)) session.sendVolatile('signal', { classroomId, signal });
}

function audience(hall: Hall, classroomId: string, { type }: Signal) {
  return hall.sessions.filter(({ phase }) => {
    if (phase.kind !== 'joined') return false;
    const { actor } = phase;
    return actor.role === 'lead' || (type === 'link' && actor.role === 'phone' && actor.classroomId === classroomId);
  });
}
