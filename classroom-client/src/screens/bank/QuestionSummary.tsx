import type { NewQuestionBody } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { RichText } from '../../ui/RichText.tsx';
import css from './Bank.module.css';

/** A question in a list: what is asked, and in a smaller line its kind, answers and time. */
export function QuestionSummary({ question }: { readonly question: NewQuestionBody }) {
  const t = useT();
  const { prompt, task, picture, subject, grade, points, seconds } = question;
  const about = [subject, grade === null ? '' : t('questions.grade', { grade }), ...points].filter(Boolean);
  return (
    <span className={css.summary}>
      <b>
        {picture !== null && prompt !== '' && `${t('questions.pictureOnly')} `}
        <RichText text={prompt || t('questions.pictureOnly')} />
      </b>
      <span className="muted">
        {t(`questions.kind_${task.kind}`)} · <RichText text={answerWords(t, task)} /> ·{' '}
        {t('questions.seconds', { seconds })}
      </span>
      {about.length > 0 && <span className="muted">{about.join(' · ')}</span>}
    </span>
  );
}

/** The choices and which is right, or the right answer alone. */
function answerWords(t: Say, task: NewQuestionBody['task']): string {
  switch (task.kind) {
    case 'single':
    case 'multiple': {
      const right = [task.correct ?? []].flat();
      return task.choices.map(({ key, text }) => `${key} ${text}${right.includes(key) ? ' ✓' : ''}`).join(' · ');
    }
    case 'order':
      return task.items.map(({ text }) => text).join(' → ');
    default:
      break;
  }
  if (task.correct === null) return t('questions.noRight');
  if (task.kind === 'true-false') return t(task.correct ? 'questions.isTrue' : 'questions.isFalse');
  if (task.kind === 'text') return task.correct.join(' / ');
  const { value, tolerance } = task.correct;
  return `${tolerance > 0 ? t('questions.plusMinus', { value, tolerance }) : value} ${task.unit}`.trim();
}
