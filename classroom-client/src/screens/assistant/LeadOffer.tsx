import type { Command } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';

interface Props {
  /** What leading lets one do. */
  readonly line: string;
  /** The card's class where it stands. */
  readonly card: string | undefined;
  readonly act: (command: Command) => Promise<boolean>;
}

/** [LD3] While the lead teacher is missed: the offer to lead, which asks once more. */
export function LeadOffer({ line, card, act }: Props) {
  const t = useT();
  return (
    <section className={card} aria-label={t('leading.away')}>
      <h2>{t('leading.away')}</h2>
      <p className="muted">{line}</p>
      <ConfirmButton
        look="next"
        wide
        question={t('leading.takeSure')}
        onConfirm={() => void act({ type: 'lead.take' })}
      >
        {t('leading.take')}
      </ConfirmButton>
    </section>
  );
}
