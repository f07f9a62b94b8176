import type { Command, LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ActingLead } from '../assistant/ActingLead.tsx';
import { LeadOffer } from '../assistant/LeadOffer.tsx';
import { actingWords } from '../shared/acting-words.ts';
import css from './SecondLive.module.css';

interface Props {
  readonly view: LessonState;
  /** The own account. */
  readonly me: string;
  readonly act: (command: Command) => Promise<boolean>;
}

/** [LD6] [LD7] Who leads: the lead teacher, somebody else, this second teacher with what that allows, or nobody, and then the offer. */
export function SecondLead({ view, me, act }: Props) {
  const t = useT();
  const { acting, leadMissed } = view;
  if (acting?.by === me) return <ActingLead {...{ view, act }} line={t('second.yoursLine')} page={null} />;
  if (leadMissed && !acting) return <LeadOffer line={t('second.awayLine')} card={css.card} act={act} />;
  return (
    <section className={css.card} role="status">
      <h2>{actingWords(t, view) ?? t(view.leadOnline ? 'second.leadLeads' : 'second.leadBriefly')}</h2>
      <p className="muted">{t('second.followLine')}</p>
    </section>
  );
}
