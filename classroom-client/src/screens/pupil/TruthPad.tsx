import { useT } from '../../i18n/use-t.ts';
import { TruthTile } from '../../ui/TruthTile.tsx';
import type { PadProps } from './AnswerPad.tsx';
import css from './Round.module.css';

/** True or false: two tiles, and the first tap is the answer. */
export function TruthPad({ standing, onAnswer }: PadProps) {
  const t = useT();
  const { answer, state, open, reading } = standing;
  const chosen = answer?.kind === 'true-false' ? answer.value : null;
  const words = { sending: t('common.sending'), received: t('common.received') } as Readonly<Record<string, string>>;
  return (
    <div className={css.tiles}>
      {[true, false].map((value) => (
        <TruthTile
          key={String(value)}
          value={value}
          words={t(value ? 'pupil.isTrue' : 'pupil.isFalse')}
          state={chosen === value ? 'chosen' : open || reading ? 'open' : 'faded'}
          note={chosen === value ? words[state] : undefined}
          onChoose={open ? () => chosen !== value && onAnswer({ kind: 'true-false', value }) : undefined}
        />
      ))}
    </div>
  );
}
