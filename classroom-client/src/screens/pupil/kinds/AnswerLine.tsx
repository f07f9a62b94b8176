import { classNames } from '../../../ui/class-names.ts';
import { RichText } from '../../../ui/RichText.tsx';
import css from './Results.module.css';

interface Props {
  readonly label: string;
  readonly words: string;
  readonly unit?: string;
  readonly look?: 'right';
}

/** An answer in words or numbers, with what it is. */
export function AnswerLine({ label, words, unit = '', look }: Props) {
  return (
    <div className={classNames(css.line, look === 'right' && css.lineRight)}>
      <span className={css.label}>{label}</span>
      <b>
        <RichText text={words} /> <RichText text={unit} />
      </b>
    </div>
  );
}
