import type { LessonState, Names, Shown } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { seatLabel } from '../../lesson/seat-label.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './ShownAnswers.module.css';
import { shownWords } from './shown-words.ts';

interface Props {
  readonly view: LessonState;
  readonly names: Names;
  readonly shown: readonly Shown[];
}

/** As many texts, or photos, are read from the back row; the newest stay. */
const MOST = { words: 5, photos: 4 };

/** [NM1] What the lead teacher shows of single answers: the own class reads names, the others class and number. */
export function ShownAnswers({ view, names, shown }: Props) {
  const t = useT();
  const photos = shown.some((one) => one.by === 'seat' && one.answer.kind === 'photo');
  const seen = shown.slice(photos ? -MOST.photos : -MOST.words);
  return (
    <ul className={classNames(css.shown, photos && css.photos, photos && css[`of${seen.length}`])}>
      {seen.map((one) => {
        const key = one.by === 'seat' ? one.seatId : `group ${one.label}`;
        const who =
          one.by === 'seat' ? seatLabel(t, { view, names }, one) : t('board.groupTimes', { count: one.count });
        const mark = one.right === null ? '' : one.right ? ' ✓' : ' ✗';
        if (one.by === 'seat' && one.answer.kind === 'photo') {
          return (
            <li key={key} className={css.photo}>
              <div className={css.frame}>
                <BlobPicture hash={one.answer.photo} alt={t('board.photoOf', { who })} />
              </div>
              <p>{who}</p>
            </li>
          );
        }
        return (
          <li key={key} className={classNames(css.said, one.right && css.right)}>
            <b>
              {shownWords(one, { true: t('board.isTrue'), false: t('board.isFalse') })}
              {mark}
            </b>
            <span>{who}</span>
          </li>
        );
      })}
    </ul>
  );
}
