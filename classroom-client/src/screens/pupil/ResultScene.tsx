import { type LessonState, type QuestionRound, STREAK } from '@tongke/shared-types';
import { useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { useFormulasSettled } from '../../ui/formulas.ts';
import { RichText } from '../../ui/RichText.tsx';
import { BigMessage } from './BigMessage.tsx';
import { ResultAnswers } from './ResultAnswers.tsx';
import css from './Round.module.css';
import { useFit } from './use-fit.ts';

interface Props {
  readonly view: LessonState;
  readonly round: QuestionRound;
  readonly seatId: string;
  readonly verdict: 'right' | 'wrong' | 'none' | 'thanks';
}

const SAID = {
  right: { title: 'result.right', line: 'result.rightLine', mood: 'happy' },
  wrong: { title: 'result.notRight', line: 'result.notRightLine', mood: 'calm' },
  none: { title: 'result.noAnswer', line: 'result.noAnswerLine', mood: 'calm' },
  thanks: { title: 'result.thanks', line: 'pupil.lookAtBoard', mood: 'calm' },
} as const;

/** After the reveal: right or not, kindly, with the right answer and the own one, and the explanation once it is given. */
export function ResultScene({ view, round, seatId, verdict }: Props) {
  const t = useT();
  const scene = useRef<HTMLDivElement>(null);
  const { title, line, mood } = SAID[verdict];
  const { explanation, task } = round;
  const own = round.answers[seatId]?.answer ?? null;
  // What is to be read has the space.
  const full = explanation !== '' || task.kind === 'order' || task.kind === 'photo' || task.kind === 'multiple';
  useFit(scene, `.${css.explained}, .${css.result}`, `${explanation} ${round.phase} ${useFormulasSettled()}`);
  const said = verdict === 'right' ? rightLine() : t(line);
  return (
    <div ref={scene} className={classNames(css.result, full && css.full)}>
      <BigMessage
        title={t(title)}
        line={explanation === '' || verdict === 'right' ? said : undefined}
        {...(!full && { mood })}
      >
        <div className={css.answers}>
          <ResultAnswers task={task} own={own} showOwn={verdict !== 'right'} />
        </div>
        {explanation !== '' && (
          <p className={css.explained}>
            <RichText text={explanation} />
          </p>
        )}
      </BigMessage>
    </div>
  );

  function rightLine(): string {
    const { points, streaks } = view.scoring;
    const row = view.streaks[seatId] ?? 0;
    if (!points) return t('result.rightPlain');
    return streaks && row >= STREAK ? t('result.rightStreak', { count: row }) : t('result.rightLine');
  }
}
