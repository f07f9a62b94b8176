import { type InputHTMLAttributes, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './Field.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  /** Says what is wrong and what to do; empty or null when nothing is. */
  readonly problem?: string | null;
  readonly hint?: string;
  readonly onValue: (value: string) => void;
}

/** One line to fill in, with its label above and its problem below. */
export function Field({ label, problem = null, hint, onValue, className, ...rest }: Props) {
  const id = useId();
  return (
    <div className={classNames(css.field, className)}>
      <label htmlFor={id}>{label}</label>
      {hint && <p className="muted">{hint}</p>}
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
        {...rest}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
