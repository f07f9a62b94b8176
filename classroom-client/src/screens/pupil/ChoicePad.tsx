import type { TaskOf } from '@tongke/shared-types';
import type { PadProps } from './AnswerPad.tsx';
import { ChoiceTiles } from './ChoiceTiles.tsx';

/** One right answer of two to four: the first tap is the answer. */
export function ChoicePad({ task, standing, onAnswer }: PadProps & { readonly task: TaskOf<'single'> }) {
  const { answer, open } = standing;
  const chosen = answer?.kind === 'single' ? [answer.choice] : [];
  return (
    <ChoiceTiles
      choices={task.choices}
      chosen={chosen}
      standing={standing}
      onTap={open ? (choice) => !chosen.includes(choice) && onAnswer({ kind: 'single', choice }) : undefined}
    />
  );
}
