import { useEffect, useState } from 'react';
import { LessonPicker } from './LessonPicker.tsx';
import { TeachLesson } from './TeachLesson.tsx';

/** The lead teacher's page: the timetable, or the lesson named in the address, so that a reload comes back to it. */
export function Teach() {
  const [lessonId, setLessonId] = useState(lessonOf(location.hash));
  useEffect(() => {
    const follow = () => setLessonId(lessonOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (lessonId === null) return <LessonPicker onPick={(id) => location.assign(`#lesson=${id}`)} />;
  return <TeachLesson lessonId={lessonId} onBack={() => location.assign('#')} />;
}

function lessonOf(hash: string): string | null {
  return /^#lesson=([A-Za-z0-9_-]{1,64})$/.exec(hash)?.[1] ?? null;
}
