import { classNames } from './class-names.ts';
import css from './Switch.module.css';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, with words; the whole line is the target. */
export function Switch({ label, on, onChange, disabled = false }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      className={classNames(css.line, on && css.on)}
      onClick={() => onChange(!on)}
    >
      <span>{label}</span>
      <span aria-hidden="true" className={css.rail}>
        <span className={css.knob} />
      </span>
    </button>
  );
}
