import type { Choice, QuestionRound } from '@tongke/shared-types';
import { type CSSProperties, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormulasSettled } from '../../ui/formulas.ts';
import { RichText } from '../../ui/RichText.tsx';
import { visibleText } from '../../ui/visible-text.ts';
import { choiceTask } from '../shared/choice-task.ts';
import type { AnswerStanding } from './answer-standing.ts';
import css from './Round.module.css';
import { CHOICE_SIZES, PROMPT_SIZES, textSize } from './text-size.ts';
import { useFit } from './use-fit.ts';

interface Props {
  readonly round: QuestionRound;
  readonly standing: AnswerStanding;
  readonly now: number;
  readonly onChoose: (choice: Choice) => void;
}

/** The question with its tiles; the choice may change until the time is up. */
export function QuestionScene({ round, standing, now, onChoose }: Props) {
  const { choice, state, open } = standing;
  const formulas = useFormulasSettled();
  const t = useT();
  const scene = useRef<HTMLDivElement>(null);
  const { prompt, task } = round;
  const { choices } = choiceTask(task);
  const longest = choices.reduce((long, { text }) => {
    const seen = visibleText(text);
    return seen.length > long.length ? seen : long;
  }, '');
  const note = { sending: t('common.sending'), received: t('common.received') } as Readonly<Record<string, string>>;
  const refused = state === 'late' || state === 'not-open' || state === 'refused';
  useFit(
    scene,
    `.${css.prompt}, .${css.choice}`,
    `${prompt} ${choices.map(({ text }) => text).join(' ')} ${choice} ${state} ${formulas}`,
  );
  return (
    <div ref={scene} className={css.question}>
      <Countdown now={now} startsAt={round.opensAt} endsAt={round.closesAt} className={css.time} />
      {prompt && (
        <h1 className={css.prompt} style={size(textSize(visibleText(prompt), PROMPT_SIZES))}>
          <RichText text={prompt} />
        </h1>
      )}
      <p role="status" className={classNames(css.say, refused && css.late)}>
        <Standing standing={standing} />
      </p>
      <div className={css.tiles} style={size(textSize(longest, CHOICE_SIZES))}>
        {choices.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            className={classNames(css.choice, choice === key && note[state] && css.noted)}
            choice={key}
            text={text}
            state={choice === key ? 'chosen' : open ? 'open' : 'faded'}
            note={choice === key && note[state] && <span className={css.note}>{note[state]}</span>}
            onChoose={open ? () => choice !== key && onChoose(key) : undefined}
          />
        ))}
      </div>
    </div>
  );
}

/** The size on a phone; the style sheet makes it larger where there is room. */
function size(px: number): CSSProperties {
  return { '--size': `${px}px` } as CSSProperties;
}

function Standing({ standing: { choice, state, reason, open } }: { readonly standing: AnswerStanding }) {
  const t = useT();
  if (state === 'late') {
    return (
      <>
        {t('common.tooLate')} · {t(choice === null ? 'pupil.notCounted' : 'pupil.earlierCounts')}
      </>
    );
  }
  if (state === 'not-open') return t('common.notOpen');
  if (state === 'refused' && reason) return t(`refusal.${reason}`);
  if (open && choice === null) return t('pupil.chooseOne');
  if (open) return <span className={css.hint}>{t('pupil.mayChange')}</span>;
  return choice === null ? t('pupil.closedWithout') : t('pupil.closedWithAnswer');
}
