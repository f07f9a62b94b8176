import type { Classroom, LessonState } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import css from './BoardStrip.module.css';

interface Props {
  readonly view: LessonState;
  readonly room: Classroom;
  readonly media: LessonMedia;
  readonly send: Send;
  /** The words alone: nothing is tapped here. */
  readonly bare?: boolean;
  /** It is being tried, before the lesson. */
  readonly trying?: boolean;
}

/** Whether the room is seen, in words, and one tap to cover the camera or to open it. */
export function CameraSign({ view, room, media, send, bare = false, trying = false }: Props) {
  const t = useT();
  const state = useMedia(media.store, ({ own }) => own.camera.state);
  if (room.own) return null;
  if (!room.cameraAllowed) return <span className="muted">{t('board.cameraNotAllowed')}</span>;
  if (room.covered) {
    return (
      <span className={css.sign}>
        <span>{t('common.cameraCovered')}</span>
        {!bare && <Button onClick={() => void send({ type: 'camera.uncover' })}>{t('board.uncover')}</Button>}
      </span>
    );
  }
  if (trying) return <span className={css.on}>{t('board.cameraTrying')}</span>;
  const on = state === 'on' || state === 'starting';
  return (
    <span className={css.sign}>
      <span className={on ? css.on : 'muted'}>{t(on ? 'common.cameraOn' : 'common.cameraOff')}</span>
      {view.phase === 'live' && !bare && (
        <Button onClick={() => void send({ type: 'camera.cover' })}>{t('board.cover')}</Button>
      )}
    </span>
  );
}
