import { secondsFirst } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { waited } from '../shared/clock-words.ts';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';

/** [LD2] The lead teacher is missed: nobody speaks until the teacher is back, and everybody can see since when. */
export function LeadAway({ view, room, now }: Pick<BoardProps, 'view' | 'room' | 'now'>) {
  const t = useT();
  const { leadAwaySince } = view;
  const offer = secondsFirst(view, now) ? 'board.leadAwaySecond' : 'board.leadAwayOffer';
  return (
    <section className={classNames(css.own, css.away)}>
      <div>
        <h2 role="status">{t(room.own ? 'board.leadAwayOwn' : 'board.leadAway')}</h2>
        {leadAwaySince !== null && <p role="timer">{t('board.leadAwayFor', { time: waited(now - leadAwaySince) })}</p>}
        <p>{t(offer)}</p>
      </div>
    </section>
  );
}
