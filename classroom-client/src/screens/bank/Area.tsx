import { countCharacters } from '@tongke/shared-types';
import { useId } from 'react';
import css from './Bank.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** In characters as a reader counts them; without it nothing is counted. */
  readonly most?: number;
  readonly rows?: number;
  readonly hint?: string;
  readonly onValue: (value: string) => void;
}

/** Some lines to fill in. */
export function Area({ label, value, most, rows = 2, hint, onValue }: Props) {
  const id = useId();
  return (
    <div className={css.area}>
      <label htmlFor={id}>{most === undefined ? label : `${label} · ${countCharacters(value)}/${most}`}</label>
      {hint && <p className="muted">{hint}</p>}
      <textarea
        id={id}
        rows={rows}
        value={value}
        onChange={({ target }) =>
          onValue(most === undefined ? target.value : [...target.value].slice(0, most).join(''))
        }
      />
    </div>
  );
}
