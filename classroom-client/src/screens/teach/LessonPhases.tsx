import type { LessonState } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import type { Connection } from '../../connection/connect.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { ClosedLesson } from './ClosedLesson.tsx';
import { EndedScreen } from './EndedScreen.tsx';

/** A lesson that is there, to be shown. */
interface HeldLesson {
  readonly lesson: NonNullable<LessonScreen['lesson']>;
  readonly view: LessonState;
  readonly screen: LessonScreen;
  /** The server's clock, ms; it runs while the lesson does. */
  readonly now: number;
}

interface Props {
  readonly connection: Connection;
  readonly onBack: () => void;
  readonly planned: (held: HeldLesson) => ReactNode;
  readonly live: (held: HeldLesson) => ReactNode;
}

/** A lesson on a teacher's screen, from the wait for it to its end; what it is before and while it runs is the teacher's own. */
export function LessonPhases({ connection, onBack, planned, live }: Props) {
  const t = useT();
  const screen = useLesson(connection.store, (state) => state);
  const { lesson } = screen;
  const now = useNow(connection.serverNow, lesson?.view.phase === 'live', 250);
  const retry = () => connection.retry();
  if (screen.link === 'closed') {
    return (
      <ClosedLesson
        reason={screen.reason ?? 'internal'}
        onReload={() => location.reload()}
        onRetry={retry}
        onBack={onBack}
      />
    );
  }
  if (!lesson) return <WaitingPage sentence={t('common.connecting')} onRetry={retry} />;
  const { view } = lesson;
  if (view.phase === 'ended') return <EndedScreen view={view} onBack={onBack} />;
  return (view.phase === 'planned' ? planned : live)({ lesson, view, screen, now });
}
