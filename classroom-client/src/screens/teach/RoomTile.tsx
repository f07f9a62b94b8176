import type { Classroom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { classNames } from '../../ui/class-names.ts';
import { presenceOf } from '../assistant/room-of.ts';
import { HandMark } from '../shared/HandMark.tsx';
import { RoomPicture } from './RoomPicture.tsx';
import css from './RoomTile.module.css';
import { roomLink } from './room-status.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view'> {
  readonly room: Classroom;
  readonly media: LessonMedia;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onOpen: () => void;
}

/** One classroom: its picture, name, link, presence and hands. A tap opens it; the corner pins it. */
export function RoomTile({ view, room, media, pinned, onPin, onOpen }: Props) {
  const t = useT();
  const link = useMedia(media.store, ({ links }) => links[room.classroomId]);
  const presence = presenceOf(room);
  const hands = view.hands.filter(({ classroomId }) => classroomId === room.classroomId).length;
  const speaks = view.turn?.classroomId === room.classroomId;
  const away = !room.own && (!room.board.online || room.left);
  return (
    <div className={classNames(css.tile, speaks && css.speaks, hands > 0 && css.hands, away && css.away)}>
      <button type="button" className={css.open} onClick={onOpen}>
        <RoomPicture view={view} room={room} media={media} />
        <span className={css.words}>
          <span className={css.name}>{room.name}</span>
          <span className={css.facts}>
            <span>{t('teach.present', { ...presence })}</span>
            {hands > 0 && (
              <b className={css.hand}>
                <HandMark /> {hands}
              </b>
            )}
            <span className={css.link}>{roomLink(t, room, link)}</span>
          </span>
        </span>
      </button>
      {!room.own && (
        <button type="button" aria-pressed={pinned} className={css.pin} onClick={onPin}>
          {pinned ? t('teach.unpin') : t('teach.pin')}
        </button>
      )}
    </div>
  );
}
