import { useEffect, useState } from 'react';
import { SecondLesson } from '../second/SecondLesson.tsx';
import { LessonPicker } from './LessonPicker.tsx';
import { TeachLesson } from './TeachLesson.tsx';

/** The page of lead and second teachers: the timetable, or the lesson named in the address, so that a reload comes back to it. */
export function Teach() {
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const back = () => location.assign('#');
  if (place === null) {
    return (
      <LessonPicker
        onPick={(id) => location.assign(`#lesson=${id}`)}
        onFollow={(id) => location.assign(`#second=${id}`)}
      />
    );
  }
  const { lessonId } = place;
  return place.leads ? (
    <TeachLesson {...{ lessonId }} onBack={back} />
  ) : (
    <SecondLesson {...{ lessonId }} onBack={back} />
  );
}

/** In which lesson, as its lead teacher or its second one. */
function placeOf(hash: string): { readonly lessonId: string; readonly leads: boolean } | null {
  const [, as, lessonId] = /^#(lesson|second)=([A-Za-z0-9_-]{1,64})$/.exec(hash) ?? [];
  return lessonId === undefined ? null : { lessonId, leads: as === 'lesson' };
}
