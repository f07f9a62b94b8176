import { CHOICES, type Command, type LessonId, type QuestionItem, UNPREPARED } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PreparedQuestions } from './PreparedQuestions.tsx';
import css from './QuestionSheet.module.css';
import { QuestionToAsk } from './QuestionToAsk.tsx';

export type OpenQuestion = Extract<Command, { type: 'question.open' }>;

/** How long a question stays open that is asked on the spot. */
const QUICK_SECONDS = 30;
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

interface Props {
  readonly lessonId: LessonId;
  /** The questions that this page has asked already. */
  readonly asked: readonly string[];
  /** The one that is looked at first; null for the list. */
  readonly first: QuestionItem | null;
  /** `questionId` is null for a question on the spot. */
  readonly onOpen: (question: OpenQuestion, questionId: string | null) => void;
  readonly onClose: () => void;
}

/** A question on the spot with one tap, or a prepared one that is looked at first. */
export function QuestionSheet({ lessonId, asked, first, onOpen, onClose }: Props) {
  const t = useT();
  const [chosen, setChosen] = useState<QuestionItem | null>(first);
  return (
    <Sheet title={t('teach.question')} place="side" onClose={onClose}>
      {chosen ? (
        <QuestionToAsk
          question={chosen}
          onBack={() => setChosen(null)}
          onOpen={(question) => onOpen(question, chosen.questionId)}
        />
      ) : (
        <>
          <div className={css.quick}>
            <Button size="large" onClick={() => onOpen(CHOICES_NOW, null)}>
              {t('teach.quickChoices')}
            </Button>
            <Button size="large" onClick={() => onOpen(TRUE_FALSE_NOW, null)}>
              {t('teach.quickTrueFalse')}
            </Button>
          </div>
          <p className="muted">{t('teach.quickHint', { seconds: QUICK_SECONDS })}</p>
          <PreparedQuestions lessonId={lessonId} asked={asked} onChoose={setChosen} />
        </>
      )}
    </Sheet>
  );
}
