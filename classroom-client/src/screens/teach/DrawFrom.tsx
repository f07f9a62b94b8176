import type { ClassroomId, LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import css from './FloorSheet.module.css';

interface Props {
  readonly view: LessonState;
  readonly onDraw: (classroomId: ClassroomId | null) => void;
}

/** [FL20] From whom a name is drawn: from everybody, or from one classroom that is here. */
export function DrawFrom({ view, onDraw }: Props) {
  const t = useT();
  const rooms = Object.values(view.classrooms).filter(({ own, board, left }) => !left && (own || board.online));
  return (
    <>
      <p className="muted">{t('draw.line')}</p>
      <Button look="next" size="large" wide onClick={() => onDraw(null)}>
        {t('draw.all')}
      </Button>
      <h3>{t('draw.room')}</h3>
      <div className={css.rooms}>
        {rooms.map((room) => (
          <Tile
            key={room.classroomId}
            title={room.name}
            note={t('teach.present', { ...presenceOf(room) })}
            onClick={() => onDraw(room.classroomId)}
          />
        ))}
      </div>
    </>
  );
}
