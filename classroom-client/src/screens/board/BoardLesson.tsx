import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CUT_MS } from '../../branch/cut-ms.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { KnownPack } from '../../pack/known-pack.ts';
import { Working } from '../../ui/Working.tsx';
import css from '../branch/Branch.module.css';
import { BranchScreen } from '../branch/BranchScreen.tsx';
import { ContinueOffer } from '../branch/ContinueOffer.tsx';
import { MissedCard } from '../branch/MissedCard.tsx';
import { useLasting } from '../shared/use-lasting.ts';
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
  const { running, cutAt, standing, back } = useStore(session.branches.store);
  const gone = useLasting(link !== 'online' && link !== 'closed', CUT_MS);
  const offer = gone && standing !== null && cutAt !== null;
  const clock = useNow(connection.serverNow, offer, 1000);
  const reconnect = () => connection.retry();
  if (running && link !== 'closed') {
    return (
      <KnownPack.Provider value={pack}>
        <BranchScreen running={running} session={session} online={link === 'online'} />
      </KnownPack.Provider>
    );
  }
  const continued = offer && cutAt !== null && <ContinueOffer gone={clock - cutAt} onBegin={session.branches.begin} />;
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
    return (
      <KnownPack.Provider value={pack}>
        {!room.board.ready || lesson.view.phase === 'planned' ? (
          <BoardLobby {...props} session={session} screen={screen} />
        ) : (
          <BoardLive {...props} session={session} screen={screen} offer={continued} />
        )}
        {back && link === 'online' && <MissedCard view={lesson.view} before={back} onRead={session.branches.read} />}
      </KnownPack.Provider>
    );
  }
  if (waiting) return <Waiting room={waiting} link={link} onRetry={reconnect} onPairAgain={onUnpaired} />;
  if (continued)
    return (
      <div className={css.alone}>
        <h1>{standing?.trunk.title}</h1>
        {continued}
      </div>
    );
  return <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} onRetry={reconnect} />;
}
