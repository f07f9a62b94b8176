import type { Command } from '../../protocol/commands.ts';
import type { Classroom } from '../state.ts';
import { happen, type Outcome } from './outcome.ts';

/** [PK5] A board says how far it is with the lesson's pack; the same once more changes nothing. */
export function reportPack(
  { classroomId, pack }: Classroom,
  { type: _, ...said }: Extract<Command, { type: 'pack.report' }>,
): Outcome {
  const same = pack !== null && (Object.keys(said) as (keyof typeof said)[]).every((key) => pack[key] === said[key]);
  return same ? happen() : happen({ type: 'pack.reported', classroomId, ...said });
}
