import type { Answer, QuestionRound, SeatId } from '@tongke/shared-types';
import { useRef } from 'react';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormulasSettled } from '../../ui/formulas.ts';
import { RichText } from '../../ui/RichText.tsx';
import { visibleText } from '../../ui/visible-text.ts';
import { AnswerPad } from './AnswerPad.tsx';
import type { AnswerStanding } from './answer-standing.ts';
import { QuestionPicture } from './QuestionPicture.tsx';
import css from './Round.module.css';
import { StandingLine } from './StandingLine.tsx';
import { PROMPT_SIZES, sizeOf } from './text-size.ts';
import { useFit } from './use-fit.ts';

interface Props {
  readonly round: QuestionRound;
  readonly standing: AnswerStanding;
  readonly now: number;
  /** Whose answer it is: the seat, or the seats of a team. */
  readonly who: string;
  /** For whom a tablet that is handed round answers. */
  readonly seatIds?: readonly SeatId[];
  /** What is to be done before answers are taken, where it is not reading. */
  readonly before?: string | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** The question with the way to answer it; the answer may change until the time is up. */
export function QuestionScene({ round, standing, now, who, seatIds, before, onAnswer }: Props) {
  const formulas = useFormulasSettled();
  const scene = useRef<HTMLDivElement>(null);
  const { prompt, picture, task, openedAt, opensAt, closesAt } = round;
  const { state, reading } = standing;
  const refused = state === 'late' || state === 'not-open' || state === 'refused';
  const time = reading ? { startsAt: openedAt, endsAt: opensAt } : { startsAt: opensAt, endsAt: closesAt };
  const words = `${prompt} ${JSON.stringify(task)} ${JSON.stringify(standing)} ${formulas}`;
  useFit(scene, `.${css.prompt}, .${css.choice}`, words);
  return (
    <div ref={scene} className={classNames(css.question, picture !== null && css.pictured)}>
      <Countdown now={now} {...time} className={css.time} />
      {prompt && (
        <h1 className={css.prompt} style={sizeOf(visibleText(prompt), PROMPT_SIZES)}>
          <RichText text={prompt} />
        </h1>
      )}
      {picture !== null && <QuestionPicture hash={picture} />}
      <p role="status" className={classNames(css.say, refused && css.late)}>
        {reading && before ? before : <StandingLine kind={task.kind} standing={standing} />}
      </p>
      <AnswerPad
        key={`${round.roundId} ${who}`}
        round={round}
        standing={standing}
        who={who}
        seatIds={seatIds}
        onAnswer={onAnswer}
      />
    </div>
  );
}
