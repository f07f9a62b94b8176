import type { Command, LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './SlidesPanel.module.css';

interface Props {
  readonly view: LessonState;
  readonly act: (command: Command) => void;
}

/** [IK6] Which classrooms have the pen, and one tap that takes it back. */
export function PensLine({ view, act }: Props) {
  const t = useT();
  const rooms = view.ink.pens.map((classroomId) => view.classrooms[classroomId]?.name ?? '').join(t('ink.comma'));
  return (
    <div className={css.offer} role="status">
      <span className={css.asked}>{t('ink.penWith', { rooms })}</span>
      <Button size="small" onClick={() => act({ type: 'pens.set', classroomIds: [], sides: false })}>
        {t('ink.takeBack')}
      </Button>
    </div>
  );
}
