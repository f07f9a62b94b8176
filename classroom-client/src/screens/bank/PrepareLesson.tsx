import type { LessonItem, QuestionItem } from '@tongke/shared-types';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import panel from '../admin/Panel.module.css';
import { timeWords } from '../board/time-words.ts';
import css from './Bank.module.css';
import { QuestionSummary } from './QuestionSummary.tsx';
import { Select } from './Select.tsx';

interface Props {
  /** The own lessons that are still to come. */
  readonly lessons: readonly LessonItem[];
  readonly lessonId: string;
  readonly onLesson: (lessonId: string) => void;
  /** What is prepared for it, in order. */
  readonly prepared: readonly QuestionItem[];
  readonly busy: boolean;
  readonly onPrepare: (questionIds: readonly string[]) => void;
}

/** Chooses a lesson and shows what is prepared for it; the bank below puts more into it. */
export function PrepareLesson({ lessons, lessonId, onLesson, prepared, busy, onPrepare }: Props) {
  const t = useT();
  const language = useLanguage();
  const ids = prepared.map(({ questionId }) => questionId);
  const earlier = (place: number) => {
    const moved = [...ids];
    const [one = ''] = moved.splice(place, 1);
    moved.splice(place - 1, 0, one);
    onPrepare(moved);
  };
  return (
    <Card className={css.card}>
      <h2>{t('questions.prepareFor')}</h2>
      <p className="muted">{t('questions.prepareHint')}</p>
      <Select
        label={t('questions.whichLesson')}
        none={t('questions.noLesson')}
        value={lessonId}
        options={lessons.map((lesson) => ({
          value: lesson.lessonId,
          words: `${lesson.title} · ${timeWords(lesson.plannedAt, Date.now(), language)}`,
        }))}
        onValue={onLesson}
      />
      {lessonId !== '' && prepared.length === 0 && <p className="muted">{t('questions.lessonEmpty')}</p>}
      <div className={panel.list}>
        {prepared.map((question, place) => (
          <div key={question.questionId} className={panel.row}>
            <span className={css.number}>{place + 1}</span>
            <div className={css.what}>
              <QuestionSummary question={question} />
            </div>
            <div className={panel.actions}>
              {place > 0 && (
                <Button size="small" disabled={busy} onClick={() => earlier(place)}>
                  {t('questions.up')}
                </Button>
              )}
              <Button
                size="small"
                look="quiet"
                disabled={busy}
                onClick={() => onPrepare(ids.filter((id) => id !== question.questionId))}
              >
                {t('questions.takeOut')}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}
