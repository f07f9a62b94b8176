import type { Choice } from '@tongke/shared-types';
import css from './ChoiceMark.module.css';
import { classNames } from './class-names.ts';

const SHAPE: Readonly<Record<Choice, string>> = {
  A: 'M12 3 22 20H2z',
  B: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
  C: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  D: 'M3 3h18v18H3z',
};

/** The letter with its shape, in the colour of what holds it: never colour alone. */
export function ChoiceMark({
  choice,
  className,
}: {
  readonly choice: Choice;
  readonly className?: string | undefined;
}) {
  return (
    <span className={classNames(css.mark, className)}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className={css.shape}>
        <path d={SHAPE[choice]} fill="currentColor" />
      </svg>
      {choice}
    </span>
  );
}

/** The colour of a choice, as a value for CSS. */
export function choiceColour(choice: Choice): string {
  return `var(--answer-${choice.toLowerCase()})`;
}
