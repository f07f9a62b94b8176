import type { Refusal } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkPage } from './LinkPage.tsx';

interface Props {
  /** Null: the address carries no link at all. */
  readonly reason: Refusal | 'offline' | null;
  /** Opens the same link again; it is not used up while nobody has answered. */
  readonly onRetry: () => void;
}

/** A link that opens nothing: why, and what to do: try again without a network, else whom to ask for a new one. */
export function LinkProblem({ reason, onRetry }: Props) {
  const t = useT();
  if (reason === 'offline') {
    return (
      <LinkPage title={t('staff.notOpened')} line={t('common.offline')}>
        <Button look="next" size="large" wide onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </LinkPage>
    );
  }
  const how = location.pathname.endsWith('/setup') ? 'staff.newSetupLink' : 'staff.newLink';
  return (
    <LinkPage title={t('staff.noWayIn')} line={reason ? problemWords(t, reason) : t('staff.noLink')}>
      <p>{t(how)}</p>
      <a href="/">{t('common.toStart')}</a>
    </LinkPage>
  );
}
