import type { QuestionItem } from '@tongke/shared-types';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './QuestionSheet.module.css';

interface Props {
  readonly chosen: string | null;
  readonly onChoose: (question: QuestionItem) => void;
}

/** The teacher's own questions; a tap chooses one and shows it whole. */
export function PreparedQuestions({ chosen, onChoose }: Props) {
  const t = useT();
  const { answer, reload } = useLoad(() => call('GET /api/questions'));
  return (
    <section>
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
          {answer.questions.map((question) => {
            const { questionId, prompt, choices, correct, seconds } = question;
            const isChosen = questionId === chosen;
            return (
              <button
                key={questionId}
                type="button"
                aria-pressed={isChosen}
                className={classNames(css.question, isChosen && css.taken)}
                onClick={() => onChoose(question)}
              >
                <b>{prompt}</b>
                <span className="muted">
                  {choices.map(({ key, text }) => `${key} ${text}${key === correct ? ' ✓' : ''}`).join(' · ')} ·{' '}
                  {t('teach.seconds', { seconds })}
                </span>
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}
