import { useT } from '../../i18n/use-t.ts';
import { seatLabel } from '../../lesson/seat-label.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { BoardProps } from './board-props.ts';
import css from './ShownAnswers.module.css';

/** [CA4] One to four works side by side; whose they are only where the lead teacher reveals it, and by NM1. */
export function WorksStage({ view, names }: Pick<BoardProps, 'view' | 'names'>) {
  const t = useT();
  const { shown } = view.works;
  return (
    <ul className={classNames(css.shown, css.photos, css[`of${shown.length}`])}>
      {shown.map(({ workId, classroomId, seatId, number, photo }) => {
        const known = seatId !== null && number !== null;
        const who = known
          ? seatLabel(t, { view, names }, { classroomId, seatId, number })
          : t('works.workOfRoom', { room: view.classrooms[classroomId]?.name ?? '' });
        return (
          <li key={workId} className={css.photo}>
            <div className={css.frame}>
              <BlobPicture hash={photo} alt={known ? t('works.workOf', { who }) : who} />
            </div>
            <p>{who}</p>
          </li>
        );
      })}
    </ul>
  );
}
