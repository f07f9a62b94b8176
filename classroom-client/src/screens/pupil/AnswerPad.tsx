import type { Answer, QuestionRound, SeatId } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { later } from '../../ui/later.ts';
import { Working } from '../../ui/Working.tsx';
import type { AnswerStanding } from './answer-standing.ts';
import { ChoicePad } from './ChoicePad.tsx';
import { TruthPad } from './TruthPad.tsx';

/** What every way to answer is given. */
export interface PadProps {
  readonly round: QuestionRound;
  readonly standing: AnswerStanding;
  /** Whose answer it is: the seat, or the seats of a team. */
  readonly who: string;
  /** For whom a tablet that is handed round answers. */
  readonly seatIds?: readonly SeatId[] | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** Kinds that are more than one tap, and the words of their results: not before such a question comes. */
export const moreKinds = later(() => import('./kinds/more-kinds.ts'));

/** The way to answer a question of this kind. */
export function AnswerPad(props: PadProps) {
  const { task } = props.round;
  if (task.kind === 'single') return <ChoicePad {...props} task={task} />;
  if (task.kind === 'true-false') return <TruthPad {...props} />;
  return <LatePad {...props} />;
}

function LatePad(props: PadProps) {
  const t = useT();
  const kinds = moreKinds.use();
  if (!kinds) return <Working sentence={t('pupil.questionComing')} longer={t('pupil.questionComingLong')} />;
  return <kinds.LatePad {...props} />;
}
