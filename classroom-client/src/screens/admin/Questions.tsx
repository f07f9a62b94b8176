import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';
import { QuestionForm } from './QuestionForm.tsx';

/** A teacher's own prepared questions, in the order in which they were written. */
export function Questions() {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/questions'));
  const { problem, run } = useTask();
  const [writing, setWriting] = useState(false);
  const remove = async (id: string) => {
    await run(() => call('DELETE /api/questions/:id', { id }));
    await reload();
  };
  const written = async () => {
    setWriting(false);
    await reload();
  };
  return (
    <Panel
      title={t('staff.tab_questions')}
      hint={t('staff.questionsHint')}
      {...{ answer, reload, problem }}
      action={
        <Button look="next" onClick={() => setWriting(true)}>
          {t('staff.newQuestion')}
        </Button>
      }
    >
      {({ questions }) => (
        <div className={css.list}>
          {questions.length === 0 && <p className="muted">{t('staff.noQuestions')}</p>}
          {questions.map(({ questionId, prompt, choices, correct, seconds }) => (
            <div key={questionId} className={css.row}>
              <p className={css.what}>
                <b>{prompt}</b>
                <span className="muted">
                  {choices.map(({ key, text }) => `${key} ${text}${key === correct ? ' ✓' : ''}`).join(' · ')} ·{' '}
                  {t('staff.secondsCount', { seconds })}
                </span>
              </p>
              <ConfirmButton
                size="small"
                question={t('staff.removeQuestionSure')}
                onConfirm={() => void remove(questionId)}
              >
                {t('common.remove')}
              </ConfirmButton>
            </div>
          ))}
          {writing && <QuestionForm onWritten={written} onClose={() => setWriting(false)} />}
        </div>
      )}
    </Panel>
  );
}
