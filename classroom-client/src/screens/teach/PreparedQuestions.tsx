import type { LessonId, QuestionItem } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
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
  /** Those that were asked already. */
  readonly asked: readonly string[];
  readonly onChoose: (question: QuestionItem) => void;
}

/** The questions prepared for this lesson, in their order, and the teacher's whole bank beside them; the first that was not asked yet has the focus. */
export function PreparedQuestions({ lessonId, asked, onChoose }: Props) {
  const t = useT();
  const lesson = useLoad(() => call('GET /api/lessons/:id/questions', { id: lessonId }));
  const bank = useBank();
  const [from, setFrom] = useState<'lesson' | 'bank'>('lesson');
  const nothing = lesson.answer?.ok === true && lesson.answer.questions.length === 0;
  useEffect(() => {
    if (nothing) setFrom('bank');
  }, [nothing]);
  const { answer, reload } = from === 'lesson' ? lesson : bank;
  const questions = answer?.ok ? answer.questions : [];
  const turn = from === 'lesson' ? questions.find(({ questionId }) => !asked.includes(questionId)) : undefined;
  const more = from === 'bank' && bank.answer?.ok ? bank.answer.total - questions.length : 0;
  const list = useRef<HTMLDivElement>(null);
  // Whoever works with the keyboard takes the next one with Enter.
  useEffect(() => {
    if (turn) list.current?.querySelector<HTMLElement>(`.${css.turn}`)?.focus();
  }, [turn]);
  return (
    <section className={css.prepared}>
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
      {answer?.ok && questions.length === 0 && (
        <p className="muted">{t(from === 'bank' && bank.query.text ? 'teach.noneFound' : 'teach.noPrepared')}</p>
      )}
      <div ref={list} className={css.list}>
        {questions.map((question) => {
          const wasAsked = asked.includes(question.questionId);
          return (
            <button
              key={question.questionId}
              type="button"
              className={classNames(css.question, wasAsked && css.asked, question === turn && css.turn)}
              onClick={() => onChoose(question)}
            >
              <QuestionSummary question={question} />
              {wasAsked && <span>{t('teach.asked')}</span>}
            </button>
          );
        })}
      </div>
      {more > 0 && (
        <p className="muted">{t('teach.firstFound', { shown: questions.length, total: questions.length + more })}</p>
      )}
    </section>
  );
}
