import type { Turn } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { useLasting } from '../shared/use-lasting.ts';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';

/** A child may think for so long before it speaks, ms. */
const UNHEARD_MS = 6_000;

interface Props extends BoardProps {
  readonly turn: Turn;
  readonly media: Pick<LessonMedia, 'store'>;
  /** Null on a screen where nothing is tapped. */
  readonly send: Send | null;
}

/** This room has the turn: large and in the colour of "you are live", with the pupil's name, the time, and the one thing to do. */
export function OwnTurn({ view, names, room, now, turn, media, send }: Props) {
  const t = useT();
  const { turnId, seatId, acceptBy, endsAt } = turn;
  const microphone = useMedia(media.store, ({ own }) => own.microphone.state);
  const name = seatId === null ? null : (names[seatId] ?? t('common.seatNumber', { number: turn.number ?? 0 }));
  const live = room.own || microphone === 'on';
  const talks = useMedia(media.store, ({ speaks }) => speaks.includes(room.classroomId));
  const unheard = useLasting(live && !room.own && acceptBy === null && !talks, UNHEARD_MS);
  const until = acceptBy ?? endsAt;
  return (
    <section className={css.own} role="status">
      <div>
        {acceptBy === null ? (
          <>
            <h2>{live ? speaks() : t('board.getReady')}</h2>
            {name && !live && <p>{t('board.yourTurnPupil', { name })}</p>}
            {unheard && <p>{t('board.speakUp')}</p>}
            {turn.listen && <p>{t('board.onlyTeacher')}</p>}
          </>
        ) : (
          <>
            <h2>{t('board.asksToSpeak', { who: name ?? t('board.yourClass') })}</h2>
            <p>{t('board.acceptLine')}</p>
          </>
        )}
      </div>
      {until !== null && <Countdown now={now} endsAt={until} className={css.time} />}
      {send && acceptBy !== null && (
        <Button look="next" size="large" onClick={() => void send({ type: 'turn.accept', turnId })}>
          {t('board.openMicrophone')}
        </Button>
      )}
      {send && (
        <Button size="large" onClick={() => void send({ type: 'turn.end', turnId })}>
          {t(acceptBy === null ? 'board.endTurn' : 'board.notNow')}
        </Button>
      )}
    </section>
  );

  function speaks(): string {
    if (turn.anyone) return t('board.whoSpeaks');
    if (view.floor.mode === 'chorus') return t('board.allTogether');
    if (turn.listen) return t('board.teacherListens');
    return name === null ? t('board.yourTurn') : t('board.pupilSpeaks', { name });
  }
}
