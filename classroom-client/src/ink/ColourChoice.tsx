import { useT } from '../i18n/use-t.ts';
import { classNames } from '../ui/class-names.ts';
import { Radio } from '../ui/Radio.tsx';
import css from './InkTools.module.css';
import { COLOUR_WORDS, INK_COLOURS } from './ink-palette.ts';

interface Props {
  readonly colours: readonly (0 | 1 | 2 | 3 | 4 | 5)[];
  /** Null while something else than a pen is in the hand. */
  readonly value: number | null;
  readonly onChange: (colour: number) => void;
}

/** A few colours to draw with. */
export function ColourChoice({ colours, value, onChange }: Props) {
  const t = useT();
  return (
    <div role="radiogroup" aria-label={t('ink.colour')} className={css.colours}>
      {colours.map((colour) => (
        <Radio
          key={colour}
          checked={colour === value}
          label={t(COLOUR_WORDS[colour])}
          className={classNames(css.colour, colour === value && css.chosen)}
          onChoose={() => onChange(colour)}
        >
          <span className={css.drop} style={{ background: INK_COLOURS[colour] }} />
        </Radio>
      ))}
    </div>
  );
}
