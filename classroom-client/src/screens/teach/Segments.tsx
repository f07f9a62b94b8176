import { classNames } from '../../ui/class-names.ts';
import css from './Segments.module.css';

interface Props<T extends string | number> {
  /** What is being chosen. */
  readonly label: string;
  /** Null while none of them counts. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Segments<T extends string | number>({ label, value, options, onChange }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={label} className={css.segments}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold the look of a large target.
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          className={classNames(css.segment, option.value === value && css.chosen)}
          onClick={() => onChange(option.value)}
        >
          {option.words}
        </button>
      ))}
    </div>
  );
}
