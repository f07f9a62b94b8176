import type { LessonState, Seat } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { HandMark } from '../shared/HandMark.tsx';
import { useWindowIs } from '../shared/use-window-is.ts';
import css from './BranchHands.module.css';

interface Props {
  /** The branch's own lesson. */
  readonly view: Pick<LessonState, 'hands'>;
  readonly seats: Readonly<Record<string, Pick<Seat, 'number'>>>;
  readonly send: Send;
}

/** So many stand beside each other on a board, and so many where it is not broad: what happens stands beside them. */
const SHOWN = 5;
const SHOWN_NARROW = 3;

/** [BR14] The pupils of the room whose hands are up, in their order: a tap takes one down, or all. */
export function BranchHands({ view: { hands }, seats, send }: Props) {
  const t = useT();
  const shown = useWindowIs('(max-aspect-ratio: 31 / 20)') ? SHOWN_NARROW : SHOWN;
  const rest = hands.length - shown;
  return (
    <section className={css.hands} aria-label={t('branch.hands')}>
      <span className={css.mark}>
        <HandMark /> {hands.length}
      </span>
      {hands.slice(0, shown).map(({ seatId }) => {
        const who = t('common.seatNumber', { number: seats[seatId ?? '']?.number ?? 0 });
        return (
          <Button
            key={seatId}
            aria-label={t('branch.lowerHand', { who })}
            onClick={() => void send({ type: 'hand.lower', seatId })}
          >
            {who}
          </Button>
        );
      })}
      {rest > 0 && <span>{t('branch.moreHands', { count: rest })}</span>}
      <Button look="quiet" size="small" onClick={() => void send({ type: 'hands.clear' })}>
        {t('branch.lowerHands')}
      </Button>
    </section>
  );
}
