import { useT } from '../../i18n/use-t.ts';
import { ActingLead } from './ActingLead.tsx';
import { ActingPage, type Draws } from './ActingPage.tsx';
import css from './AssistantPanel.module.css';
import { LeadOffer } from './LeadOffer.tsx';
import { leadOffer } from './lead-offer.ts';
import type { RoomProps } from './room-props.ts';

interface Props extends Omit<RoomProps, 'names'> {
  /** The server's clock, ms. */
  readonly now: number;
  readonly draws: Draws | null;
}

/** [LD3] While the lead teacher is missed: the offer to lead. Where this room leads: what that lets it do. Nothing otherwise. */
export function LeadCard({ view, room, now, act, draws }: Props) {
  const t = useT();
  const offer = leadOffer(view, room, now);
  if (offer === 'leads')
    return (
      <ActingLead
        {...{ view, act }}
        line={t('leading.yoursLine')}
        page={draws ? <ActingPage {...{ view, draws }} /> : <p className="muted">{t('leading.drawOnBoard')}</p>}
      />
    );
  if (offer === null) return null;
  return <LeadOffer line={t('leading.awayLine')} card={css.card} act={act} />;
}
