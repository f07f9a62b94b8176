import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { LessonPhases } from './LessonPhases.tsx';
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
  if (!session) return <WaitingPage sentence={t('common.connecting')} />;
  return (
    <LessonPhases
      connection={session.connection}
      onBack={onBack}
      planned={({ lesson: { names }, view, screen }) => <Lobby {...{ view, names, screen, session }} />}
      live={({ lesson: { names }, view, screen, now }) => <LiveScreen {...{ view, names, now, screen, session }} />}
    />
  );
}
