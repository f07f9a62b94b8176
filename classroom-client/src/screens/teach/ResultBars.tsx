import { CHOICES, type Choice } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/RichText.tsx';
import css from './Results.module.css';
import type { ResultBar } from './result-bars.ts';

interface Props {
  readonly bars: readonly ResultBar[];
  /** How many answers a full bar stands for. */
  readonly answered: number;
  /** Without words: beside many others. */
  readonly small?: boolean;
}

/** How many gave which answer, as bars with their numbers; the right one is marked with ✓ and a frame, never by colour alone. */
export function ResultBars({ bars, answered, small = false }: Props) {
  return (
    <ul className={classNames(css.bars, small && css.small)}>
      {bars.map((bar) => (
        <li key={bar.key} className={classNames(css.line, bar.right === true && css.right)}>
          <span className={css.key}>
            <BarName bar={bar} small={small} />
          </span>
          <span aria-hidden="true" className={css.track}>
            <span
              className={css.bar}
              style={{ width: `${share(bar.count, answered)}%`, background: colourOf(bar.key) }}
            />
          </span>
          <b className={css.number}>
            {bar.count}
            {!small && <span className={css.percent}>{share(bar.count, answered)}%</span>}
          </b>
        </li>
      ))}
    </ul>
  );
}

function BarName({ bar: { key, words, right }, small }: { readonly bar: ResultBar; readonly small: boolean }) {
  const t = useT();
  const tick = right === true && <span className={css.tick}>✓</span>;
  if (isChoice(key)) {
    return (
      <>
        <ChoiceMark choice={key} className={css.mark} />
        {!small && words !== '' && (
          <span className={css.words}>
            <RichText text={words} />
          </span>
        )}
        {tick}
      </>
    );
  }
  const place = Number(key);
  if (!Number.isNaN(place) && small) return place;
  return (
    <>
      {!Number.isNaN(place) && <span className={css.place}>{t('teach.orderPlace', { place })}</span>}
      <span className={css.words}>
        <RichText text={words} />
      </span>
      {tick}
    </>
  );
}

function share(count: number, of: number): number {
  return of > 0 ? Math.round((100 * count) / of) : 0;
}

function isChoice(key: string): key is Choice {
  return CHOICES.some((choice) => choice === key);
}

function colourOf(key: string): string {
  if (isChoice(key)) return choiceColour(key);
  if (key === 'true') return choiceColour('D');
  return key === 'false' ? choiceColour('A') : 'var(--jade)';
}
