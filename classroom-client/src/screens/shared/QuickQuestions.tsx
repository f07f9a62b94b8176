import { CHOICES, type Command, UNPREPARED } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './QuickQuestions.module.css';

export type OpenQuestion = Extract<Command, { type: 'question.open' }>;

/** How long a question stays open that is asked on the spot. */
export const QUICK_SECONDS = 30;
const CHOICES_NOW: OpenQuestion = {
  ...UNPREPARED,
  task: { kind: 'single', choices: CHOICES.map((key) => ({ key, text: '' })), correct: null },
  seconds: QUICK_SECONDS,
};
const TRUE_FALSE_NOW: OpenQuestion = {
  ...UNPREPARED,
  task: { kind: 'true-false', correct: null },
  seconds: QUICK_SECONDS,
};

/** A question on the spot with one tap: what is asked is said aloud. */
export function QuickQuestions({ onOpen }: { readonly onOpen: (question: OpenQuestion) => void }) {
  const t = useT();
  return (
    <div className={css.quick}>
      <Button size="large" onClick={() => onOpen(CHOICES_NOW)}>
        {t('leading.quickChoices')}
      </Button>
      <Button size="large" onClick={() => onOpen(TRUE_FALSE_NOW)}>
        {t('leading.quickTrueFalse')}
      </Button>
    </div>
  );
}
