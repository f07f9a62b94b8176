import { classNames } from '../../ui/class-names.ts';
import { Radio } from '../../ui/Radio.tsx';
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
        <Radio
          key={option.value}
          checked={option.value === value}
          className={classNames(css.segment, option.value === value && css.chosen)}
          onChoose={() => onChange(option.value)}
        >
          {option.words}
        </Radio>
      ))}
    </div>
  );
}
