import { unheardClassroom, unheardLessons } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './HandsQueue.module.css';
import type { TeachProps } from './teach-props.ts';
import { TURN_SECONDS } from './turn-seconds.ts';

/** [FL12] A quiet word about a classroom that has not been heard in this lesson, and the way to hear it. */
export function UnheardRoom({ view, act }: Pick<TeachProps, 'view' | 'act'>) {
  const t = useT();
  const room = unheardClassroom(view);
  if (!room) return null;
  const { classroomId } = room;
  const lessons = unheardLessons(view, { classroomId, seatId: null });
  return (
    <div className={css.hint}>
      <p className={css.who}>
        {t('teach.unheardRoom', { classroom: room.name })}
        {lessons > 0 && <span className={css.time}>{t('teach.noTurnYet', { count: lessons })}</span>}
      </p>
      <Button size="small" onClick={() => act({ type: 'turn.give', classroomId, seatId: null, seconds: TURN_SECONDS })}>
        {t('teach.hearRoom')}
      </Button>
    </div>
  );
}
