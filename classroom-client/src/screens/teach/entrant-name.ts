import type { Entrant, Snapshot } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { speakerName } from './speaker-name.ts';

/** Who pressed, with the classroom: a pupil, a group at its board, or the class whose first hand was tapped. */
export function entrantName(t: Say, lesson: Pick<Snapshot, 'view' | 'names'>, entrant: Entrant): string {
  return entrant.kind === 'seat' ? speakerName(t, lesson, entrant) : entrantLabel(t, lesson, entrant);
}
