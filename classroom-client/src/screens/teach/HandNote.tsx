import { type Hand, unheardLessons } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { waited } from '../shared/clock-words.ts';
import { ReasonMark } from '../shared/ReasonMark.tsx';
import css from './HandNote.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'now'> {
  readonly hand: Hand;
}

/** What is told of a raised hand beside the name: how long it waits, why it is up, and [FL11] who has not spoken for lessons. */
export function HandNote({ view, now, hand }: Props) {
  const t = useT();
  const { reason, at } = hand;
  const lessons = unheardLessons(view, hand);
  return (
    <>
      {waited(now - at)}
      {reason && (
        <>
          {' '}
          <ReasonMark reason={reason} /> {t(`hands.${reason}`)}
        </>
      )}{' '}
      {lessons > 0 && <b className={css.unheard}>{t('teach.noTurnYet', { count: lessons })}</b>}
    </>
  );
}
