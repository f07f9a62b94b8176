import type { ReactNode } from 'react';

interface Props {
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly className: string | undefined;
  /** What it is called, where it shows no words. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** One choice of a `radiogroup`, as a large target. */
export function Radio({ checked, onChoose, className, label, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold the look of a large target.
    <button
      type="button"
      role="radio"
      aria-checked={checked}
      aria-label={label}
      className={className}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
