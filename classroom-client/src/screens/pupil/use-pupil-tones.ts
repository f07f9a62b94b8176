import type { Snapshot } from '@tongke/shared-types';
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
  const has = buzzer?.presses.some(({ seatId }) => seatId === seat?.seatId);
  const taken = buzzer && (has || outbox[buzzer.roundId]?.state === 'received');
  const won = buzzer && buzzer.order?.[0]?.seatId === seat?.seatId;
  const speaks = view && seat && turnOf(view, seat);
  useToneOn('go', round?.roundId ?? null);
  useToneOn('taken', taken ? buzzer.roundId : null);
  useToneOn('win', won ? buzzer.roundId : null);
  useToneOn('turn', speaks ? (view.turn?.turnId ?? null) : null);
  useToneOn('lost', link === 'lost' ? 'lost' : null);
}
