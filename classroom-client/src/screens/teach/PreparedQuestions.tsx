import type { Command } from '@tongke/shared-types';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './QuestionSheet.module.css';

interface Props {
  readonly onOpen: (question: Extract<Command, { type: 'question.open' }>) => void;
}

/** The teacher's own questions; a tap asks one at once. */
export function PreparedQuestions({ onOpen }: Props) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/questions'));
  return (
    <section className={css.prepared}>
      <h3>{t('teach.prepared')}</h3>
      {!answer && <p className="muted">{t('teach.loadingQuestions')}</p>}
      {answer && !answer.ok && (
        <Notice tone="danger" action={<Button onClick={reload}>{t('common.retry')}</Button>}>
          {problemWords(t, answer.reason)}
        </Notice>
      )}
      {answer?.ok && answer.questions.length === 0 && <p className="muted">{t('teach.noPrepared')}</p>}
      {answer?.ok && (
        <div className={css.list}>
          {answer.questions.map(({ questionId, prompt, choices, correct, seconds }) => (
            <button
              key={questionId}
              type="button"
              className={css.question}
              onClick={() => onOpen({ type: 'question.open', prompt, choices: [...choices], correct, seconds })}
            >
              <b>{prompt}</b>
              <span className="muted">
                {choices.map(({ key, text }) => `${key} ${text}`).join(' · ')} · {t('teach.seconds', { seconds })}
              </span>
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
