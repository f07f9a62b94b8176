import type { LessonItem } from '@tongke/shared-types';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LookSwitch } from '../../ui/LookSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import css from './LessonPicker.module.css';
import { LessonRow } from './LessonRow.tsx';
import { orderLessons } from './order-lessons.ts';
import plain from './Plain.module.css';
import { QuickLesson } from './QuickLesson.tsx';

const REFRESH_MS = 30_000;

interface Props {
  /** To lead it. */
  readonly onPick: (lessonId: string) => void;
  /** To follow it as second teacher. */
  readonly onFollow: (lessonId: string) => void;
}

/** The teacher's own timetable, today first; a tap enters a lesson, and one can be made on the spot. */
export function LessonPicker({ onPick, onFollow }: Props) {
  const t = useT();
  const [making, setMaking] = useState(false);
  const { answer, reload } = useLoad(() => call('GET /api/lessons'), REFRESH_MS);
  if (!answer) return <WaitingPage sentence={t('teach.loadingLessons')} />;
  if (!answer.ok) {
    const out = answer.reason === 'not-signed-in';
    return (
      <main className={plain.screen}>
        <p className={plain.line}>{out ? t('teach.notSignedIn') : problemWords(t, answer.reason)}</p>
        <Button look="next" size="large" onClick={reload}>
          {t('common.retry')}
        </Button>
        <a href="/">{t('common.toStart')}</a>
        <LanguageSwitch />
      </main>
    );
  }
  const { today, others, past } = orderLessons(answer.lessons, Date.now());
  const first = today[0] ?? others[0];
  const section = (title: string, lessons: readonly LessonItem[], dated: boolean) =>
    lessons.length > 0 && (
      <section className={css.section}>
        <h2>{title}</h2>
        {lessons.map((lesson) => (
          <LessonRow
            key={lesson.lessonId}
            lesson={lesson}
            dated={dated}
            first={lesson === first}
            onPick={lesson.mine ? onPick : onFollow}
          />
        ))}
      </section>
    );
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{t('teach.pickLesson')}</h1>
        <LookSwitch />
        <LanguageSwitch />
        <a href="/admin" className={css.link}>
          {t('teach.manage')}
        </a>
        {first && <Button onClick={() => setMaking(true)}>{t('teach.newLesson')}</Button>}
      </header>
      {!first && (
        <section className={css.section}>
          <Notice
            action={
              <Button look="next" onClick={() => setMaking(true)}>
                {t('teach.newLesson')}
              </Button>
            }
          >
            {t('teach.noLessons')}
          </Notice>
        </section>
      )}
      {section(t('teach.today'), today, false)}
      {section(t('teach.otherDays'), others, true)}
      {past.length > 0 && (
        <section className={css.section}>
          <h2>{t('teach.past')}</h2>
          <Card>
            {past.slice(0, 10).map(({ lessonId, title }) => (
              <p key={lessonId} className="muted">
                {title}
              </p>
            ))}
          </Card>
        </section>
      )}
      {making && <QuickLesson onMade={onPick} onClose={() => setMaking(false)} />}
    </main>
  );
}
