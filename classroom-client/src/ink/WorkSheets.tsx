import { type LessonState, type Names, workSheet } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { seatLabel } from '../lesson/seat-label.ts';
import { classNames } from '../ui/class-names.ts';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import { PageSheet } from './PageSheet.tsx';
import { PaperPicture } from './PaperPicture.tsx';
import css from './WorkSheets.module.css';

interface Props {
  readonly view: LessonState;
  readonly names: Names;
  readonly desk: InkDesk;
  readonly hand: InkHand | null;
}

/** [CA4] [IK1] One to four works side by side, each with its ink; whose they are only where the lead teacher reveals it, and by NM1. */
export function WorkSheets({ view, names, desk, hand }: Props) {
  const t = useT();
  const { shown } = view.works;
  const [shapes, setShapes] = useState<Readonly<Record<string, number>>>({});
  const onShape = (hash: string, ratio: number) => setShapes((had) => ({ ...had, [hash]: ratio }));
  return (
    <ul className={classNames(css.works, shown.length > 1 && css.several)}>
      {shown.map(({ workId, classroomId, seatId, number, photo }) => {
        const known = seatId !== null && number !== null;
        const who = known
          ? seatLabel(t, { view, names }, { classroomId, seatId, number })
          : t('works.workOfRoom', { room: view.classrooms[classroomId]?.name ?? '' });
        return (
          <li key={workId} className={css.work}>
            <PageSheet {...{ view, desk, hand }} name={workSheet(workId)} zoom={null} ratio={shapes[photo] ?? null}>
              <PaperPicture hash={photo} alt={known ? t('works.workOf', { who }) : who} onShape={onShape} />
            </PageSheet>
            <p>{who}</p>
          </li>
        );
      })}
    </ul>
  );
}
