import type { Choice } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { classNames } from '../../ui/class-names.ts';
import { visibleText } from '../../ui/visible-text.ts';
import type { AnswerStanding } from './answer-standing.ts';
import css from './Round.module.css';
import { CHOICE_SIZES, sizeOf } from './text-size.ts';

interface Props {
  readonly choices: readonly { readonly key: Choice; readonly text: string }[];
  readonly chosen: readonly Choice[];
  readonly standing: AnswerStanding;
  /** Without it the tiles only show. */
  readonly onTap: ((choice: Choice) => void) | undefined;
}

/** The choices as tiles that share the space; those that were sent say what has become of them. */
export function ChoiceTiles({ choices, chosen, standing, onTap }: Props) {
  const t = useT();
  const { answer, state, reading, open } = standing;
  const longest = choices.reduce((long, { text }) => {
    const seen = visibleText(text);
    return seen.length > long.length ? seen : long;
  }, '');
  const words = { sending: t('common.sending'), received: t('common.received') } as Readonly<Record<string, string>>;
  // Several choices are sent together; what they have become stands above them.
  const note = answer?.kind === 'single' ? words[state] : undefined;
  const rest = open || reading ? 'open' : 'faded';
  return (
    <div className={css.tiles} style={sizeOf(longest, CHOICE_SIZES)}>
      {choices.map(({ key, text }) => {
        const isChosen = chosen.includes(key);
        return (
          <ChoiceTile
            key={key}
            className={classNames(css.choice, isChosen && note && css.noted)}
            choice={key}
            text={text}
            state={isChosen ? 'chosen' : rest}
            note={isChosen && note && <span className={css.note}>{note}</span>}
            onChoose={onTap && (() => onTap(key))}
          />
        );
      })}
    </div>
  );
}
