import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { cutsOf } from '../branch/fresh-cuts.ts';
import { waited } from '../shared/clock-words.ts';
import css from './Plain.module.css';

/** The lesson is over: how long, with how many, and the way back. */
export function EndedScreen({ view, onBack }: { readonly view: LessonState; readonly onBack: () => void }) {
  const t = useT();
  const minutes = Math.round(((view.endedAt ?? 0) - (view.startedAt ?? 0)) / 60_000);
  return (
    <main className={css.screen}>
      <h1>{t('teach.ended')}</h1>
      <p className={css.line}>{t('teach.endedLine', { minutes, rooms: Object.keys(view.classrooms).length })}</p>
      {cutsOf(Object.values(view.branches)).map(({ classroomId, ms, turns, rounds }) => (
        <p key={`${classroomId} ${ms}`} className="muted">
          {t('branch.room', { classroom: view.classrooms[classroomId]?.name ?? '', time: waited(ms), turns, rounds })}
        </p>
      ))}
      <Button look="next" size="large" onClick={onBack}>
        {t('teach.backToLessons')}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
