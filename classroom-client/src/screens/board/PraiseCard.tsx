import type { Praise } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { seatLabel } from '../../lesson/seat-label.ts';
import type { BoardProps } from './board-props.ts';
import css from './DrawnName.module.css';

/** [PR2] Who is praised, large, on the board of the pupil's own room; elsewhere the classroom, in one line. */
export function PraiseCard({ view, names, praise }: BoardProps & { readonly praise: Praise }) {
  const t = useT();
  const { classroomId, seatId, number, word } = praise;
  const classroom = view.classrooms[classroomId]?.name ?? '';
  if (seatId === null || number === null) {
    return (
      <section className={css.draw} role="status">
        <h2>
          {t('cheer.teacherPraises')} · {t('cheer.somebodyOf', { classroom })} · {t(`cheer.${word}`)}
        </h2>
      </section>
    );
  }
  return (
    <section className={css.draw} role="status">
      <h2>{t('cheer.teacherPraises')}</h2>
      <p className={css.name}>{seatLabel(t, { view, names }, { classroomId, seatId, number })}</p>
      <p className={css.word}>{t(`cheer.${word}`)}</p>
    </section>
  );
}
