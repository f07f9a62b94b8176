import { classNames } from './class-names.ts';
import css from './TruthTile.module.css';

interface Props {
  readonly value: boolean;
  readonly words: string;
  readonly state?: 'open' | 'chosen' | 'faded' | 'right';
  /** What is said of it: sending, received, the right answer. */
  readonly note?: string | undefined;
  /** Without it the tile only shows. */
  readonly onChoose?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** ✓ or ✗ with its word: sign, word and colour. */
export function TruthTile({ value, words, state = 'open', note, onChoose, className }: Props) {
  const content = (
    <>
      <svg aria-hidden="true" viewBox="0 0 24 24" className={css.sign}>
        <path d={value ? 'M3 13l6 6L21 5' : 'M5 5l14 14M19 5L5 19'} />
      </svg>
      <span>{words}</span>
      {note && <span className={css.note}>{note}</span>}
    </>
  );
  const names = classNames(css.tile, value ? css.yes : css.no, css[state], className);
  if (!onChoose) return <div className={names}>{content}</div>;
  return (
    <button type="button" aria-pressed={state === 'chosen'} onClick={onChoose} className={names}>
      {content}
    </button>
  );
}
