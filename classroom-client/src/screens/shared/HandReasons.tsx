import { HAND_REASONS, type HandReason } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import css from './HandReasons.module.css';
import { ReasonMark } from './ReasonMark.tsx';

interface Props {
  readonly chosen: HandReason | null;
  /** Asks for it; answers whether it was taken. */
  readonly onChoose: (reason: HandReason) => Promise<boolean>;
}

/** [FL4] Three chips below a hand that is up: why, if the child or the assistant wants to say so. A tap shows at once and counts once. */
export function HandReasons({ chosen, onChoose }: Props) {
  const t = useT();
  const [wanted, setWanted] = useState<HandReason | null>(null);
  useEffect(() => {
    if (wanted === chosen) setWanted(null);
  }, [wanted, chosen]);
  const choose = async (reason: HandReason) => {
    if (wanted !== null || reason === chosen) return;
    setWanted(reason);
    if (!(await onChoose(reason))) setWanted(null);
  };
  return (
    <fieldset className={css.reasons}>
      <legend className={css.why}>{t('hands.why')}</legend>
      <div className={css.chips}>
        {HAND_REASONS.map((reason) => {
          const on = reason === (wanted ?? chosen);
          return (
            <button
              key={reason}
              type="button"
              className={classNames(css.chip, on && css.chosen)}
              aria-pressed={on}
              aria-disabled={wanted !== null}
              onClick={() => void choose(reason)}
            >
              <ReasonMark reason={reason} />
              {t(`hands.${reason}`)}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
