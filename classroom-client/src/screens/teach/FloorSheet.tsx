import type { ClassroomId } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import { HandMark } from '../shared/HandMark.tsx';
import css from './FloorSheet.module.css';
import { HandNote } from './HandNote.tsx';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends TeachProps {
  readonly onGive: (classroomId: ClassroomId, seatId: string | null) => void;
  readonly onRoom: (classroomId: ClassroomId) => void;
  readonly onClose: () => void;
}

/** Who speaks next: raised hands in their order, then any classroom that is here. */
export function FloorSheet({ view, names, now, onGive, onRoom, onClose }: Props) {
  const t = useT();
  const rooms = Object.values(view.classrooms).filter(({ own, board, left }) => own || (board.online && !left));
  return (
    <Sheet title={t('teach.giveTurnTo')} place="side" onClose={onClose}>
      <h3>{t('teach.inQueue')}</h3>
      {view.hands.length === 0 && <p className="muted">{t('teach.noHands')}</p>}
      <div className={css.list}>
        {view.hands.map((hand) => (
          <Tile
            key={`${hand.classroomId} ${hand.seatId ?? ''}`}
            title={
              <>
                <HandMark /> {speakerName(t, { view, names }, hand)}
              </>
            }
            note={<HandNote view={view} now={now} hand={hand} />}
            onClick={() => onGive(hand.classroomId, hand.seatId)}
          />
        ))}
      </div>
      <h3>{t('teach.anyClassroom')}</h3>
      <div className={css.rooms}>
        {rooms.map((room) => (
          <Tile
            key={room.classroomId}
            title={room.name}
            note={t('teach.present', { ...presenceOf(room) })}
            onClick={() => onRoom(room.classroomId)}
          />
        ))}
      </div>
    </Sheet>
  );
}
