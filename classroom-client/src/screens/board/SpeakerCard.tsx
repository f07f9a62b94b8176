import type { Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { handLabel } from '../../lesson/seat-label.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';

/** Who of another classroom speaks, and for how long still. */
export function SpeakerCard({ view, names, now, turn }: BoardProps & { readonly turn: Turn }) {
  const t = useT();
  return (
    <div className={css.speaker} role="status">
      <p>{t('board.speaking', { who: handLabel(t, { view, names }, turn) })}</p>
      <Countdown now={now} endsAt={turn.endsAt} className={css.speakerTime} />
    </div>
  );
}
