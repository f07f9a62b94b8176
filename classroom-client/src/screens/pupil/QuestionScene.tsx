import type { Choice, QuestionRound } from '@tongke/shared-types';
import type { CSSProperties } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { AnswerStanding } from './answer-standing.ts';
import css from './Round.module.css';
import { CHOICE_SIZES, PROMPT_SIZES, textSize } from './text-size.ts';

interface Props {
  readonly round: QuestionRound;
  readonly standing: AnswerStanding;
  readonly now: number;
  readonly onChoose: (choice: Choice) => void;
}

/** The question with its tiles; the choice may change until the time is up. */
export function QuestionScene({ round, standing, now, onChoose }: Props) {
  const { choice, state, open } = standing;
  const t = useT();
  const longest = round.choices.reduce((long, { text }) => (text.length > long.length ? text : long), '');
  const note = { sending: t('common.sending'), received: t('common.received') } as Readonly<Record<string, string>>;
  return (
    <div className={css.question}>
      <Countdown now={now} startsAt={round.openedAt} endsAt={round.closesAt} className={css.time} />
      {round.prompt && (
        <h1 className={css.prompt} style={size(textSize(round.prompt, PROMPT_SIZES))}>
          {round.prompt}
        </h1>
      )}
      <div className={css.tiles} style={size(textSize(longest, CHOICE_SIZES))}>
        {round.choices.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            choice={key}
            text={text}
            state={choice === null ? (open ? 'open' : 'faded') : choice === key ? 'chosen' : 'faded'}
            note={choice === key ? note[state] : undefined}
            onChoose={open ? () => choice !== key && onChoose(key) : undefined}
          />
        ))}
      </div>
      <p role="status" className={classNames(css.status, state === 'refused' && css.late)}>
        <Standing standing={standing} />
      </p>
    </div>
  );
}

/** The size on a phone; the style sheet makes it larger where there is room. */
function size(px: number): CSSProperties {
  return { '--size': `${px}px` } as CSSProperties;
}

function Standing({ standing: { choice, state, reason, open } }: { readonly standing: AnswerStanding }) {
  const t = useT();
  if (state === 'late') return t('pupil.answerTooLate');
  if (state === 'refused' && reason) return t(`refusal.${reason}`);
  if (open && choice === null) return t('pupil.chooseOne');
  if (open) return <span className={css.hint}>{t('pupil.mayChange')}</span>;
  return choice === null ? t('pupil.closedWithout') : t('pupil.closedWithAnswer');
}
