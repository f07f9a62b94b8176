import type { Refusal } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkPage } from '../setup/LinkPage.tsx';

/** A staff page that could not be opened: not signed in, not allowed, or no network; and how to go on. */
export function SignedOut({ reason }: { readonly reason: Refusal | 'offline' }) {
  const t = useT();
  const out = reason === 'not-signed-in';
  return (
    <LinkPage
      title={out ? t('staff.signedOut') : t('staff.notOpened')}
      line={out ? t('staff.newLink') : problemWords(t, reason)}
    >
      <Button look="next" size="large" wide onClick={() => location.reload()}>
        {t('common.retry')}
      </Button>
      <a href="/">{t('common.toStart')}</a>
    </LinkPage>
  );
}
