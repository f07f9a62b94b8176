import { useT } from '../../i18n/use-t.ts';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { waited } from '../shared/clock-words.ts';
import css from './Branch.module.css';

interface Props {
  /** How long the link has been gone, ms. */
  readonly gone: number;
  readonly onBegin: () => void;
}

/** [BR1] The link is gone: the assistant may go on with the class, behind a hold, for children stand in front of it. */
export function ContinueOffer({ gone, onBegin }: Props) {
  const t = useT();
  return (
    <section className={css.offer} role="status">
      <div>
        <h2>{t('branch.offer', { time: waited(gone) })}</h2>
        <p>{t('branch.offerLine')}</p>
      </div>
      <HoldButton onHeld={onBegin} className={css.begin}>
        {t('branch.begin')}
      </HoldButton>
    </section>
  );
}
