import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { ClosedLesson } from './ClosedLesson.tsx';
import { EndedScreen } from './EndedScreen.tsx';
import { LiveScreen } from './LiveScreen.tsx';
import { Lobby } from './Lobby.tsx';
import { openTeachSession, type TeachSession } from './teach-session.ts';

interface Props {
  readonly lessonId: string;
  readonly onBack: () => void;
}

/** One lesson from lobby to end; the connection and the devices live as long as this is shown. */
export function TeachLesson({ lessonId, onBack }: Props) {
  const t = useT();
  const [session, setSession] = useState<TeachSession | null>(null);
  useEffect(() => {
    const opened = openTeachSession(lessonId);
    setSession(opened);
    // [SS1] The second screen, a window of its own, shows what this page holds.
    window.tongkeLesson = opened;
    return () => {
      delete window.tongkeLesson;
      opened.close();
    };
  }, [lessonId]);
  return session ? <Phases session={session} onBack={onBack} /> : <WaitingPage sentence={t('common.connecting')} />;
}

function Phases({ session, onBack }: { readonly session: TeachSession; readonly onBack: () => void }) {
  const t = useT();
  const { connection } = session;
  const screen = useLesson(connection.store, (state) => state);
  const view = screen.lesson?.view;
  const now = useNow(connection.serverNow, view?.phase === 'live', 250);
  if (screen.link === 'closed') {
    return (
      <ClosedLesson
        reason={screen.reason ?? 'internal'}
        onReload={() => location.reload()}
        onRetry={() => connection.retry()}
        onBack={onBack}
      />
    );
  }
  if (!view) return <WaitingPage sentence={t('common.connecting')} onRetry={() => connection.retry()} />;
  if (view.phase === 'ended') return <EndedScreen view={view} onBack={onBack} />;
  const names = screen.lesson?.names ?? {};
  if (view.phase === 'planned') return <Lobby {...{ view, names, screen, session }} />;
  return <LiveScreen {...{ view, names, now, screen, session }} />;
}
