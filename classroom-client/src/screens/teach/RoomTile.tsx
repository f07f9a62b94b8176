import { arrivingIn, type Classroom, LEAD_PEER, linkOf, turnOfRoom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { classNames } from '../../ui/class-names.ts';
import { presenceOf } from '../assistant/room-of.ts';
import { roomAnswers } from '../shared/answer-counts.ts';
import { waited } from '../shared/clock-words.ts';
import { HandMark } from '../shared/HandMark.tsx';
import { RoomPicture } from './RoomPicture.tsx';
import css from './RoomTile.module.css';
import { RoomVoice } from './RoomVoice.tsx';
import { roomLink } from './room-status.ts';
import { TileWord } from './TileWord.tsx';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  readonly room: Classroom;
  readonly media: LessonMedia;
  /** Tiles are small: words are set closer. */
  readonly close: boolean;
  /** How wide the picture is with the words beside it, px; null: they stand below it. */
  readonly picture: number | null;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onOpen: () => void;
}

/** One classroom: its picture, name, link, hands, what its assistant says, and presence or how many have answered. A tap opens it; the corner pins it. */
export function RoomTile({ view, names, now, room, media, close, picture, pinned, onPin, onOpen }: Props) {
  const t = useT();
  const link = linkOf(view, room.classroomId);
  const hands = view.hands.filter(({ classroomId }) => classroomId === room.classroomId).length;
  const speaks = turnOfRoom(view, room.classroomId) !== undefined;
  // The own class is heard through the lead teacher's laptop.
  const voice = room.own ? LEAD_PEER : room.classroomId;
  const talks = useMedia(media.store, (state) => speaks && state.speaks.includes(voice));
  const { awaySince } = room.board;
  const away = !room.own && (!room.board.online || room.left);
  const asked = view.round?.kind === 'question' ? roomAnswers(room, view.round) : null;
  const arriving = view.round?.kind === 'question' ? arrivingIn(room, view.round) : 0;
  const done = asked !== null && asked.expected > 0 && asked.answered >= asked.expected;
  return (
    <div
      className={classNames(
        css.tile,
        close && css.close,
        picture !== null && css.beside,
        speaks && css.speaks,
        talks && css.talks,
        away && css.away,
      )}
    >
      <button type="button" className={css.open} onClick={onOpen}>
        <span className={css.seen} style={picture === null ? undefined : { width: picture }}>
          <RoomPicture view={view} room={room} media={media} />
          <TileWord view={view} names={names} room={room} />
        </span>
        {speaks && <RoomVoice peerId={voice} media={media} />}
        <span className={css.words}>
          <span className={css.name}>{room.name}</span>
          <span className={css.facts}>
            <span className={css.here}>
              {asked ? (
                <b className={classNames(done && css.done)}>
                  {t('teach.roomAnswered', { answered: asked.answered, expected: asked.expected })}
                </b>
              ) : (
                <span>{t('teach.present', { ...presenceOf(room) })}</span>
              )}
              {hands > 0 && (
                <b className={css.hand}>
                  <HandMark /> {hands}
                </b>
              )}
            </span>
            <span className={css.link}>
              {arriving > 0
                ? t('teach.arriving', { count: arriving })
                : away && !room.left && awaySince !== null
                  ? t('branch.away', { time: waited(now - awaySince) })
                  : roomLink(t, room, link)}
            </span>
          </span>
        </span>
      </button>
      {!room.own && (
        <button
          type="button"
          aria-pressed={pinned}
          className={css.pin}
          style={picture === null ? undefined : { left: picture }}
          onClick={onPin}
        >
          <span>{pinned ? t('teach.unpin') : t('teach.pin')}</span>
        </button>
      )}
    </div>
  );
}
