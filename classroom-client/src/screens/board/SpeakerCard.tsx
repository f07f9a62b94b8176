import type { Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { handLabel } from '../../lesson/seat-label.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';

/** Who of other classrooms may speak, and for how long still: those of a floor began together, so that one time is theirs. */
export function SpeakerCard({ view, names, now, turns }: BoardProps & { readonly turns: readonly Turn[] }) {
  const t = useT();
  const who =
    view.floor.mode === 'chorus'
      ? t('board.everybody')
      : turns.map((turn) => handLabel(t, { view, names }, turn)).join(t('common.listComma'));
  const endsAt = turns[0]?.endsAt ?? null;
  return (
    <div className={css.speaker} role="status">
      <p>{t('board.speaking', { who })}</p>
      {endsAt !== null && <Countdown now={now} endsAt={endsAt} className={css.speakerTime} />}
    </div>
  );
}
