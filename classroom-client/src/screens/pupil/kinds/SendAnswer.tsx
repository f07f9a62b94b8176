import type { Answer } from '@tongke/shared-types';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { AnswerStanding } from '../answer-standing.ts';

interface Props {
  /** What would be sent; null while it is not complete. */
  readonly draft: Answer | null;
  readonly standing: AnswerStanding;
  readonly onAnswer: (answer: Answer) => void;
}

/** 提交: the answer goes out with it, once; a changed one goes out again. */
export function SendAnswer({ draft, standing, onAnswer }: Props) {
  const t = useT();
  const { answer, open, state } = standing;
  const sent = draft !== null && (state === 'sending' || state === 'received') && sameAnswer(draft, answer);
  return (
    <Button
      look="next"
      size="large"
      wide
      disabled={draft === null || sent || !open}
      onClick={() => draft && onAnswer(draft)}
    >
      {sent ? t(state === 'sending' ? 'common.sending' : 'common.received') : t('answer.send')}
    </Button>
  );
}

function sameAnswer(one: Answer, other: Answer | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
