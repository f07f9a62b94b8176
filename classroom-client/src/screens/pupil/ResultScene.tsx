import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { choiceOf, choiceTask } from '../shared/choice-task.ts';
import { BigMessage } from './BigMessage.tsx';
import css from './Round.module.css';

interface Props {
  readonly round: QuestionRound;
  readonly seatId: string;
  readonly verdict: 'right' | 'wrong' | 'none' | 'thanks';
}

const SAID = {
  right: { title: 'pupil.right', line: 'pupil.rightLine', mood: 'happy' },
  wrong: { title: 'pupil.notRight', line: 'pupil.notRightLine', mood: 'calm' },
  none: { title: 'pupil.noAnswer', line: 'pupil.noAnswerLine', mood: 'calm' },
  thanks: { title: 'pupil.thanks', line: 'pupil.lookAtBoard', mood: 'calm' },
} as const;

/** After the reveal: right or not, kindly, with the right answer and the own one. */
export function ResultScene({ round, seatId, verdict }: Props) {
  const t = useT();
  const { title, line, mood } = SAID[verdict];
  const { choices, correct } = choiceTask(round.task);
  const mine = choiceOf(round.answers[seatId]);
  const shown = choices.filter(({ key }) => key === correct || key === mine);
  return (
    <BigMessage title={t(title)} line={t(line)} mood={mood}>
      <div className={css.answers}>
        {shown.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            choice={key}
            text={text}
            state={key === correct ? 'right' : 'open'}
            note={<span className={css.note}>{t(key === correct ? 'pupil.rightAnswer' : 'pupil.yourAnswer')}</span>}
          />
        ))}
      </div>
    </BigMessage>
  );
}
