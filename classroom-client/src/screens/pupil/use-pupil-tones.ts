import { type Entrant, type Snapshot, seatKey } from '@tongke/shared-types';
import type { OutboxItems } from '../../connection/outbox.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { useToneOn } from '../../ui/use-tone-on.ts';
import { turnOf } from './turn-of.ts';

/** A tone when a round begins, the press is taken, this pupil wins, may speak, or the link is lost. */
export function usePupilTones(lesson: Snapshot | null, outbox: OutboxItems, link: LinkPhase): void {
  const seat = lesson?.viewer.role === 'pupil' ? lesson.viewer : null;
  const view = seat && lesson?.view;
  const round = view?.round ?? null;
  const buzzer = round?.kind === 'buzzer' ? round : null;
  const own = (entrant: Entrant) => entrant.kind === 'seat' && entrant.seatId === seat?.seatId;
  const early = buzzer && seat && buzzer.falseStarts[seatKey(seat)] !== undefined;
  const has = buzzer?.presses.some(({ entrant }) => own(entrant));
  const taken = buzzer && (has || (!early && outbox[buzzer.roundId]?.state === 'received'));
  const won = buzzer?.order?.some(({ place, entrant }) => place === 1 && own(entrant));
  const speaks = view && seat && turnOf(view, seat);
  useToneOn('go', round && buzzer?.phase !== 'armed' ? round.roundId : null);
  useToneOn('taken', taken ? buzzer.roundId : null);
  useToneOn('win', buzzer && won ? buzzer.roundId : null);
  useToneOn('turn', speaks ? speaks.turnId : null);
  useToneOn('lost', link === 'lost' ? 'lost' : null);
}
