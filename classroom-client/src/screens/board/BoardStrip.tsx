import { linkOf } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { linkWords } from '../../media/link-words.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Requests } from '../assistant/Requests.tsx';
import { waitingWordsOf } from '../shared/words-of.ts';
import { AssistantDrawer } from './AssistantDrawer.tsx';
import css from './BoardStrip.module.css';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { CameraSign } from './CameraSign.tsx';
import { CameraTrouble } from './CameraTrouble.tsx';
import { hearsOneOfMany } from './hears-one-of-many.ts';
import { JoinScreen } from './JoinScreen.tsx';
import type { ZonesSwitch } from './ZonesCard.tsx';

interface Props extends BoardProps {
  readonly session: BoardSession;
  readonly screen: Pick<LessonScreen, 'link' | 'addresses'>;
  /** Camera and microphone are being tried, before the lesson. */
  readonly trying?: boolean;
  /** [SS3] A projector: words alone, and nothing to tap. */
  readonly bare?: boolean;
  /** In the lesson: whether the room presses on this board. */
  readonly zones?: ZonesSwitch;
}

/** The foot of the board, within children's reach: link, joining, camera; the assistant's part behind a hold. */
export function BoardStrip({ view, room, names, now, session, screen, trying = false, bare = false, zones }: Props) {
  const t = useT();
  const [open, setOpen] = useState<'join' | 'assistant' | null>(null);
  const { connection, media } = session;
  const link = useMedia(media.store, (state) => state.link);
  const rung = room.own || view.phase !== 'live' ? null : linkOf(view, room.classroomId).down;
  const hearsOne = rung !== null && hearsOneOfMany(view, room.classroomId, rung);
  const act = async (command: Parameters<typeof connection.send>[0]) => (await connection.send(command)).ok;
  const code = room.doorCode?.replace(/^(\d{3})/, '$1 ');
  const word = waitingWordsOf(view, room.classroomId, 'lead').length > 0;
  const close = () => setOpen(null);
  return (
    <>
      <CameraTrouble room={room} media={media} />
      <footer className={css.strip}>
        <span className={css.link}>
          {t('board.link', { state: linkWords(t, screen.link, link, rung) })}
          {hearsOne && <span className={css.hearsOne}>{t('board.hearsOne')}</span>}
        </span>
        {bare ? (
          code && <b>{t('board.joinCode', { code })}</b>
        ) : (
          <Button className={css.join} onClick={() => setOpen('join')}>
            {code ? t('board.joinCode', { code }) : t('board.join')} ▦
          </Button>
        )}
        <CameraSign room={room} view={view} media={media} send={connection.send} trying={trying} bare={bare} />
        {!bare && (
          <span className={css.end}>
            <LanguageSwitch />
            <span className={css.assistant}>
              <HoldButton onHeld={() => setOpen('assistant')}>{t('board.assistant')}</HoldButton>
              {/* [TW6] No text: children stand in front of it. */}
              {word && <span role="img" aria-label={t('board.wordWaits')} className={css.word} />}
            </span>
          </span>
        )}
      </footer>
      {open === null && !bare && (
        <div className={css.requests}>
          <Requests room={room} names={names} act={act} />
        </div>
      )}
      {open === 'join' && <JoinScreen {...{ room, names, act }} addresses={screen.addresses} onClose={close} />}
      {open === 'assistant' && (
        <AssistantDrawer {...{ view, room, names, now, session, zones }} addresses={screen.addresses} onClose={close} />
      )}
    </>
  );
}
