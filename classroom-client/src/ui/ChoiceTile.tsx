import type { Choice } from '@tongke/shared-types';
import type { CSSProperties, ReactNode } from 'react';
import { ChoiceMark, choiceColour } from './ChoiceMark.tsx';
import css from './ChoiceTile.module.css';
import { classNames } from './class-names.ts';
import { RichText } from './RichText.tsx';

interface Props {
  readonly choice: Choice;
  readonly text: string;
  /** `chosen` stands out, `faded` stands back, `right` is the answer. */
  readonly state?: 'open' | 'chosen' | 'faded' | 'right';
  /** What is said of it: sending, received, the right answer. */
  readonly note?: ReactNode;
  /** Without it the tile only shows. */
  readonly onChoose?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** One answer: letter, shape, colour and text; the whole tile is the target. */
export function ChoiceTile({ choice, text, state = 'open', note, onChoose, className }: Props) {
  const content = (
    <>
      <ChoiceMark choice={choice} className={css.mark} />
      {text && (
        <span className={css.text}>
          <RichText text={text} />
        </span>
      )}
      {note && <span className={css.note}>{note}</span>}
    </>
  );
  const props = {
    className: classNames(css.tile, css[state], className),
    style: { '--choice': choiceColour(choice) } as CSSProperties,
  };
  if (!onChoose) return <div {...props}>{content}</div>;
  return (
    <button type="button" aria-pressed={state === 'chosen'} onClick={onChoose} {...props}>
      {content}
    </button>
  );
}
