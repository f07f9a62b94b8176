import type { LessonId, QuestionItem } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { type OpenQuestion, QUICK_SECONDS, QuickQuestions } from '../shared/QuickQuestions.tsx';
import { PreparedQuestions } from './PreparedQuestions.tsx';
import { QuestionToAsk } from './QuestionToAsk.tsx';

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
          <QuickQuestions onOpen={(question) => onOpen(question, null)} />
          <p className="muted">{t('teach.quickHint', { seconds: QUICK_SECONDS })}</p>
          <PreparedQuestions lessonId={lessonId} asked={asked} onChoose={setChosen} />
        </>
      )}
    </Sheet>
  );
}
