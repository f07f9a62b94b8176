import { refuse, turnOfRoom } from '@tongke/shared-types';
import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { InkDesk } from '../../ink/ink-desk.ts';
import { asBoard } from '../../lesson/as-board.ts';
import { joinLink } from '../../lesson/join-link.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { BoardOver } from '../board/BoardOver.tsx';
import { LessonNotes } from '../board/LessonNotes.tsx';
import { LessonStage } from '../board/LessonStage.tsx';
import { LookingBuzzer } from '../board/LookingBuzzer.tsx';
import { NOBODYS_ROOM } from '../board/nobodys-room.ts';
import { OwnTurn } from '../board/OwnTurn.tsx';
import '../board/board-sizes.css';
import { FullScreen } from './FullScreen.tsx';
import { type LentLesson, useOpenerLesson } from './opener-lesson.ts';
import css from './SecondScreen.module.css';

/** [SS1] The lead teacher's second window: what the own class sees, on a projector or a second screen. */
export function SecondScreen() {
  const t = useT();
  const lesson = useOpenerLesson();
  return (
    <FullScreen>
      {lesson ? (
        <Shown lesson={lesson} />
      ) : (
        <main className={css.before}>
          <h1>{t('screen.second')}</h1>
          <p role="status">{t('screen.noLesson')}</p>
        </main>
      )}
    </FullScreen>
  );
}

/** Nobody does anything here. */
const SILENT: InkDesk['connection'] = { send: async () => refuse('not-allowed'), signal: () => undefined };

export function Shown({ lesson }: { readonly lesson: LentLesson }) {
  const t = useT();
  const { connection, media, shownInk } = lesson;
  const { lesson: lead, addresses } = useLesson(connection.store, (state) => state);
  const now = useNow(connection.serverNow, lead?.view.phase === 'live', 250);
  const desk = useMemo(() => ({ me: '', connection: SILENT, live: shownInk }), [shownInk]);
  const shown = useMemo(() => {
    if (!lead) return null;
    const own = Object.values(lead.view.classrooms).find((room) => room.own) ?? null;
    const { view, names } = asBoard(lead, own);
    return { view, names, room: (own && view.classrooms[own.classroomId]) ?? { ...NOBODYS_ROOM, own: true } };
  }, [lead]);
  if (!shown) return null;
  const { view, names, room } = shown;
  if (view.phase === 'ended') return <BoardOver view={view} link="online" onRetry={() => undefined} />;
  if (view.phase === 'planned') {
    return (
      <main className={css.before}>
        <h1>{view.title}</h1>
        {addresses && room.ticket !== '' && (
          <>
            <p>{t('board.joinTitle')}</p>
            <QrCode text={joinLink(addresses, room)} label={t('board.joinQr')} className={css.qr} />
          </>
        )}
      </main>
    );
  }
  const props = { view, names, room, now };
  const turn = turnOfRoom(view, room.classroomId);
  return (
    <div className={css.lesson}>
      <LessonStage
        {...{ ...props, media, desk }}
        drawn={(sheets) => sheets(null)}
        buzzer={(round) => <LookingBuzzer {...props} round={round} />}
      />
      <LessonNotes {...props} />
      {turn && <OwnTurn {...{ ...props, turn, media }} send={null} />}
    </div>
  );
}
