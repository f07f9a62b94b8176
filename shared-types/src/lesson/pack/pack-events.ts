import { id } from '../../protocol/id.ts';
import { event } from '../event-shape.ts';
import { packState } from './pack-state.ts';

/** A board says how far it is with the lesson's pack. */
export const packEvents = [event('pack.reported', { classroomId: id, ...packState.shape })] as const;
