import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { ClosedLesson } from '../teach/ClosedLesson.tsx';
import { EndedScreen } from '../teach/EndedScreen.tsx';
import { SecondLive } from './SecondLive.tsx';
import { SecondLobby } from './SecondLobby.tsx';
import { openSecondSession, type SecondSession } from './second-session.ts';

interface Props {
  readonly lessonId: string;
  readonly onBack: () => void;
}

/** [LD6] A lesson as its second teacher follows it; the connection lives as long as this is shown. */
export function SecondLesson({ lessonId, onBack }: Props) {
  const t = useT();
  const [session, setSession] = useState<SecondSession | null>(null);
  useEffect(() => {
    const opened = openSecondSession(lessonId);
    setSession(opened);
    return () => opened.close();
  }, [lessonId]);
  return session ? <Phases session={session} onBack={onBack} /> : <WaitingPage sentence={t('common.connecting')} />;
}

function Phases({ session, onBack }: { readonly session: SecondSession; readonly onBack: () => void }) {
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
  if (!view || !screen.lesson) {
    return <WaitingPage sentence={t('common.connecting')} onRetry={() => connection.retry()} />;
  }
  const { names, viewer } = screen.lesson;
  if (view.phase === 'ended') return <EndedScreen view={view} onBack={onBack} />;
  if (view.phase === 'planned') return <SecondLobby {...{ view, screen, onBack }} onRetry={() => connection.retry()} />;
  const me = viewer.role === 'second' ? viewer.staffId : '';
  return <SecondLive {...{ view, names, now, me, screen, session, onBack }} />;
}
