import { type ClassroomId, type FloorMode, type LessonState, MOST_TURNS } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import css from './FloorSheet.module.css';

interface Props {
  readonly view: LessonState;
  readonly mode: FloorMode;
  readonly onOpen: (classroomIds: readonly ClassroomId[]) => void;
}

/** [FL13] [FL18] Which classrooms speak together, or in which order, of those that are here; no more can be chosen than the manner allows. */
export function FloorRooms({ view, mode, onOpen }: Props) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly ClassroomId[]>([]);
  const rooms = Object.values(view.classrooms).filter(({ own, board, left }) => own || (board.online && !left));
  // Somebody who went meanwhile is not asked for.
  const here = chosen.filter((id) => rooms.some(({ classroomId }) => classroomId === id));
  const toggle = (id: ClassroomId) => setChosen(here.includes(id) ? here.filter((one) => one !== id) : [...here, id]);
  const full = mode !== 'round-robin' && here.length >= MOST_TURNS[mode];
  return (
    <>
      <h3>{t('teach.chooseRooms', { count: here.length })}</h3>
      <div className={css.rooms}>
        {rooms.map((room) => (
          <Tile
            key={room.classroomId}
            title={
              mode === 'round-robin' && here.includes(room.classroomId)
                ? `${here.indexOf(room.classroomId) + 1}. ${room.name}`
                : room.name
            }
            note={t('teach.present', { ...presenceOf(room) })}
            chosen={here.includes(room.classroomId)}
            disabled={full && !here.includes(room.classroomId)}
            onClick={() => toggle(room.classroomId)}
          />
        ))}
      </div>
      <Button look="next" size="large" wide disabled={here.length < 2} onClick={() => onOpen(here)}>
        {t('teach.openFloor')}
      </Button>
    </>
  );
}
