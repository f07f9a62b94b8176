import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useT } from '../../i18n/use-t.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { KnownPack } from '../../pack/known-pack.ts';
import { Working } from '../../ui/Working.tsx';
import { BoardClosed } from './BoardClosed.tsx';
import { BoardLive } from './BoardLive.tsx';
import { BoardLobby } from './BoardLobby.tsx';
import { BoardOver } from './BoardOver.tsx';
import { type BoardSession, openBoardSession } from './board-session.ts';
import { useBoardTones } from './use-board-tones.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  readonly token: string;
  readonly onUnpaired: () => void;
}

/** A paired board: the connection lives as long as the page, lessons come and go on it. */
export function BoardLesson({ token, onUnpaired }: Props) {
  const t = useT();
  const [session, setSession] = useState<BoardSession | null>(null);
  useEffect(() => {
    const opened = openBoardSession(token);
    setSession(opened);
    return () => opened.close();
  }, [token]);
  if (!session) return <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} />;
  return <Phases session={session} onUnpaired={onUnpaired} />;
}

function Phases({ session, onUnpaired }: { readonly session: BoardSession; readonly onUnpaired: () => void }) {
  const t = useT();
  const { connection } = session;
  const screen = useLesson(connection.store, (state) => state);
  const { lesson, waiting, link } = screen;
  const viewer = lesson?.viewer;
  const room = lesson && viewer?.role === 'board' ? lesson.view.classrooms[viewer.classroomId] : undefined;
  const now = useNow(connection.serverNow, lesson?.view.phase === 'live');
  useBoardTones(lesson?.view ?? null, room ?? null, link, now);

  const { pack } = useStore(session.pack);
  const reconnect = () => connection.retry();
  if (link === 'closed') {
    const takeOver = () => connection.retry({ as: 'board', token: session.token, takeOver: true });
    return (
      <BoardClosed
        reason={screen.reason ?? 'internal'}
        onRetry={reconnect}
        onReload={() => location.reload()}
        onTakeOver={takeOver}
        onPairAgain={onUnpaired}
      />
    );
  }
  if (lesson && room) {
    const props = { view: lesson.view, room, names: lesson.names, now };
    if (lesson.view.phase === 'ended') return <BoardOver view={lesson.view} link={link} onRetry={reconnect} />;
    const Shown = !room.board.ready || lesson.view.phase === 'planned' ? BoardLobby : BoardLive;
    return (
      <KnownPack.Provider value={pack}>
        <Shown {...props} session={session} screen={screen} />
      </KnownPack.Provider>
    );
  }
  if (waiting) return <Waiting room={waiting} link={link} onRetry={reconnect} onPairAgain={onUnpaired} />;
  return <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} onRetry={reconnect} />;
}
