import type { QuestionRound } from '@tongke/shared-types';
import { useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormulasSettled } from '../../ui/formulas.ts';
import { RichText } from '../../ui/RichText.tsx';
import { choiceTask } from '../shared/choice-task.ts';
import css from './QuestionStage.module.css';
import { useFit } from './use-fit.ts';

/** The question and its answers as the back row reads them: as large as they fit, never cut. */
export function QuestionStage({ round }: { readonly round: QuestionRound }) {
  const t = useT();
  const { phase, task, prompt } = round;
  const { choices, correct } = choiceTask(task);
  const stage = useRef<HTMLDivElement>(null);
  const revealed = (phase === 'revealed' || phase === 'explained') && correct !== null;
  useFit(stage, `${round.roundId} ${revealed} ${useFormulasSettled()}`);
  return (
    <div ref={stage} className={css.question}>
      <h1 className={css.prompt}>
        <RichText text={prompt || t('board.spokenQuestion')} />
      </h1>
      <div className={css.choices}>
        {choices.map(({ key, text }) => (
          <ChoiceTile
            key={key}
            choice={key}
            text={text}
            className={classNames(css.choice, revealed && key === correct && css.noted)}
            state={!revealed ? 'open' : key === correct ? 'right' : 'faded'}
            note={revealed && key === correct ? `✓ ${t('board.rightAnswer')}` : undefined}
          />
        ))}
      </div>
    </div>
  );
}
