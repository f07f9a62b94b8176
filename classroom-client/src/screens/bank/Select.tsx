import { useId } from 'react';
import css from './Bank.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** What stands for the empty value. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onValue: (value: string) => void;
}

/** One of a list, or none. */
export function Select({ label, value, none, options, onValue }: Props) {
  const id = useId();
  return (
    <div className={css.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onValue(target.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
