import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { roomAnswers } from '../shared/answer-counts.ts';
import type { BoardProps } from './board-props.ts';
import { ClassroomResults } from './ClassroomResults.tsx';
import css from './QuestionStage.module.css';

/** The question as the back row reads it, its answers, the time, and how many of the own class have answered. */
export function QuestionStage({ view, room, now, round }: BoardProps & { readonly round: QuestionRound }) {
  const t = useT();
  const { phase, correct, choices, prompt } = round;
  const { answered, expected } = roomAnswers(room, round);
  const revealed = phase === 'revealed';
  // Long questions take a smaller, still readable size, so that nothing is pushed off the board.
  const long = prompt.length + choices.reduce((sum, { text }) => sum + text.length, 0) > 140;
  return (
    <div className={classNames(css.question, long && css.long)}>
      <h1 className={css.prompt}>{prompt || t('board.spokenQuestion')}</h1>
      <div className={css.choices}>
        {choices.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            choice={key}
            text={text}
            className={css.choice}
            state={!revealed || correct === null ? 'open' : key === correct ? 'right' : 'faded'}
            note={revealed && key === correct ? '✓' : undefined}
          />
        ))}
      </div>
      <div className={css.foot} role="status">
        {phase === 'open' && (
          <Countdown now={now} endsAt={round.closesAt} startsAt={round.openedAt} className={css.time} />
        )}
        {phase === 'open' && <p>{expected > 0 ? t('board.answered', { answered, expected }) : t('board.noTablets')}</p>}
        {phase === 'closed' && <p>{t('board.timeUp')}</p>}
        {revealed && <ClassroomResults view={view} room={room} round={round} />}
      </div>
    </div>
  );
}
