import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { LessonPhases } from '../teach/LessonPhases.tsx';
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
  if (!session) return <WaitingPage sentence={t('common.connecting')} />;
  const { connection } = session;
  return (
    <LessonPhases
      connection={connection}
      onBack={onBack}
      planned={({ view, screen }) => <SecondLobby {...{ view, screen, onBack }} onRetry={() => connection.retry()} />}
      live={({ lesson: { names, viewer }, view, screen, now }) => (
        <SecondLive
          {...{ view, names, now, screen, session, onBack }}
          me={viewer.role === 'second' ? viewer.staffId : ''}
        />
      )}
    />
  );
}
