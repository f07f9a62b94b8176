import { LEAD_PEER, type PeerId } from './ids.ts';
import type { Viewer } from './roles.ts';

/** The media endpoint of this person, or null: tablets and phones have none. */
export function peerOf(person: Viewer): PeerId | null {
  if (person.role === 'lead') return LEAD_PEER;
  if (person.role === 'second') return person.staffId;
  return person.role === 'board' ? person.classroomId : null;
}
