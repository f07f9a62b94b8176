import type { Answer, Choice, TaskOf } from '@tongke/shared-types';
import { useState } from 'react';
import type { PadProps } from '../AnswerPad.tsx';
import { ChoiceTiles } from '../ChoiceTiles.tsx';
import css from './Pads.module.css';
import { SendAnswer } from './SendAnswer.tsx';

/** Several right answers: tiles that are on or off, sent together. */
export function MultiplePad({ task, standing, onAnswer }: PadProps & { readonly task: TaskOf<'multiple'> }) {
  const { answer, open } = standing;
  const had = answer?.kind === 'multiple' ? answer.choices : [];
  const [changed, setChanged] = useState<readonly Choice[] | null>(null);
  // What was chosen and not sent counts for nothing once the time is up.
  const chosen = open && changed ? changed : had;
  const toggle = (choice: Choice) =>
    setChanged(chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice].sort());
  const draft: Answer | null = chosen.length > 0 ? { kind: 'multiple', choices: [...chosen] } : null;
  return (
    <>
      <ChoiceTiles choices={task.choices} chosen={chosen} standing={standing} onTap={open ? toggle : undefined} />
      <div className={css.send}>
        <SendAnswer draft={draft} standing={standing} onAnswer={onAnswer} />
      </div>
    </>
  );
}
