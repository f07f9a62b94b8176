import type { Refusal } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { LinkPage } from './LinkPage.tsx';

interface Props {
  /** Null: the address carries no link at all. */
  readonly reason: Refusal | 'offline' | null;
}

/** A link that opens nothing: why, and whom to ask for a new one. */
export function LinkProblem({ reason }: Props) {
  const t = useT();
  const how = location.pathname.endsWith('/setup') ? 'staff.newSetupLink' : 'staff.newLink';
  return (
    <LinkPage title={t('staff.noWayIn')} line={reason ? problemWords(t, reason) : t('staff.noLink')}>
      <p>{t(how)}</p>
      <a href="/">{t('common.toStart')}</a>
    </LinkPage>
  );
}
