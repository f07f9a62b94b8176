import { id } from '../../protocol/id.ts';
import { refuse } from '../../refusals.ts';
import { entryOf } from '../entry-of.ts';
import type { Classroom, LessonState, SharedTablet } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';
import { freed } from './roster.ts';
import { seatsWhere } from './seats.ts';
import { unshared } from './unshared.ts';

/** As many tablets are handed round in a room, or wait for it; more would hide who asks. */
const MOST_TABLETS = 8;

/** [RO10] A tablet without a seat asks to be handed round. Asking again under another id replaces the first. */
export function shareTablet(
  { classroomId, tablets }: Classroom,
  tabletId: string,
  device: string,
  { now }: Context,
): Outcome {
  const all = Object.values(tablets);
  const former = all.find((other) => other.device === device);
  const known = entryOf(tablets, tabletId);
  if (known?.device === device) return happen();
  // The id comes from the tablet: it names no other one, and nothing that every object inherits.
  if (known || !id.safeParse(tabletId).success) return refuse('tablet/unknown');
  const others = all.filter((other) => other.device !== device);
  if (others.length >= MOST_TABLETS) return refuse('tablet/too-many');
  const number = firstFree(others);
  return happen(...(former ? [{ type: 'tablet.unshared', classroomId, tabletId: former.tabletId } as const] : []), {
    type: 'tablet.requested',
    classroomId,
    tabletId,
    number,
    device,
    at: now,
  });
}

/** [RO10] The assistant lets the tablet be handed round; a seat that it holds somewhere is free from then on. */
export function allowTablet(
  state: LessonState,
  { classroomId, tablets }: Classroom,
  tabletId: string,
  { now }: Context,
): Outcome {
  const tablet = entryOf(tablets, tabletId);
  if (!tablet) return refuse('tablet/unknown');
  if (tablet.allowed) return happen();
  const { device } = tablet;
  return happen(
    ...seatsWhere(state, (seat) => seat.device === device).flatMap((seat) => freed(state, seat, now)),
    ...unshared(state, (other) => other.device === device && other.tabletId !== tabletId),
    { type: 'tablet.shared', classroomId, tabletId, device, at: now },
  );
}

/** [RO10] The assistant does not want it, or wants it no longer; or whoever holds it has had enough. */
export function denyTablet({ classroomId, tablets }: Classroom, tabletId: string): Outcome {
  const known = entryOf(tablets, tabletId) !== undefined;
  return known ? happen({ type: 'tablet.unshared', classroomId, tabletId }) : refuse('tablet/unknown');
}

function firstFree(tablets: readonly SharedTablet[]): number {
  const taken = new Set(tablets.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}
