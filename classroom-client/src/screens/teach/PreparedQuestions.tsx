import type { LessonId, QuestionItem } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QuestionSummary } from '../bank/QuestionSummary.tsx';
import { useBank } from '../bank/use-bank.ts';
import css from './QuestionSheet.module.css';
import { Segments } from './Segments.tsx';

interface Props {
  readonly lessonId: LessonId;
  readonly chosen: string | null;
  readonly onChoose: (question: QuestionItem) => void;
}

/** The questions prepared for this lesson, in their order, and the teacher's whole bank beside them; a tap chooses one and shows it whole. */
export function PreparedQuestions({ lessonId, chosen, onChoose }: Props) {
  const t = useT();
  const lesson = useLoad(() => call('GET /api/lessons/:id/questions', { id: lessonId }));
  const bank = useBank();
  const [from, setFrom] = useState<'lesson' | 'bank'>('lesson');
  const nothing = lesson.answer?.ok === true && lesson.answer.questions.length === 0;
  useEffect(() => {
    if (nothing) setFrom('bank');
  }, [nothing]);
  const { answer, reload } = from === 'lesson' ? lesson : bank;
  return (
    <section>
      <h3>{t('teach.prepared')}</h3>
      <Segments
        label={t('teach.prepared')}
        value={from}
        onChange={setFrom}
        options={[
          { value: 'lesson' as const, words: t('teach.ofLesson') },
          { value: 'bank' as const, words: t('teach.ofBank') },
        ]}
      />
      {from === 'bank' && (
        <Field
          className={css.search}
          label={t('questions.search')}
          placeholder={t('questions.searchHint')}
          maxLength={100}
          value={bank.query.text ?? ''}
          onValue={(text) => bank.setQuery(text === '' ? {} : { text })}
        />
      )}
      {!answer && <p className="muted">{t('teach.loadingQuestions')}</p>}
      {answer && !answer.ok && (
        <Notice tone="danger" action={<Button onClick={reload}>{t('common.retry')}</Button>}>
          {problemWords(t, answer.reason)}
        </Notice>
      )}
      {answer?.ok && answer.questions.length === 0 && <p className="muted">{t('teach.noPrepared')}</p>}
      {answer?.ok && (
        <div className={css.list}>
          {answer.questions.map((question) => {
            const isChosen = question.questionId === chosen;
            return (
              <button
                key={question.questionId}
                type="button"
                aria-pressed={isChosen}
                className={classNames(css.question, isChosen && css.taken)}
                onClick={() => onChoose(question)}
              >
                <QuestionSummary question={question} />
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}
