import { useEffect, useState } from 'react';
import type { Connection } from '../../connection/connect.ts';
import type { LiveInkStore } from '../../ink/live-ink.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';

/** What the lead teacher's page lends to the window that it opened. */
export interface LentLesson {
  readonly connection: Pick<Connection, 'store' | 'serverNow'>;
  readonly media: LessonMedia;
  /** Strokes that are being drawn, the lead teacher's own too, and the pointer. */
  readonly shownInk: LiveInkStore;
}

declare global {
  interface Window {
    /** The lesson that is open on the lead teacher's page. */
    tongkeLesson?: LentLesson;
  }
}

const LOOK_MS = 500;

/** [SS1] The lesson of the page that opened this window; null while there is none. A page that was loaded again is found again. */
export function useOpenerLesson(): LentLesson | null {
  const [lesson, setLesson] = useState(openerLesson);
  useEffect(() => {
    const timer = setInterval(() => setLesson(openerLesson()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return lesson;
}

function openerLesson(): LentLesson | null {
  try {
    const opener = window.opener as Window | null;
    return opener && !opener.closed ? (opener.tongkeLesson ?? null) : null;
  } catch {
    // It is on another site by now.
    return null;
  }
}
