import type { Refusal } from '@tongke/shared-types';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { useT } from '../../i18n/use-t.ts';
import { Working } from '../../ui/Working.tsx';
import { HOME_OF } from './home-of.ts';
import { LinkProblem } from './LinkProblem.tsx';

/** A way back in: the link works once, and opens the own page at once. */
export function SignIn({ token }: { readonly token: string }) {
  const t = useT();
  const [reason, setReason] = useState<Refusal | 'offline' | null>(null);
  const tried = useRef(false);
  const signIn = useCallback(() => {
    setReason(null);
    void call('POST /api/sign-in', { body: { token } }).then((me) => {
      if (me.ok) location.replace(HOME_OF[me.account.role]);
      else setReason(me.reason);
    });
  }, [token]);
  useEffect(() => {
    if (tried.current) return;
    tried.current = true;
    signIn();
  }, [signIn]);
  if (reason) return <LinkProblem reason={reason} onRetry={signIn} />;
  return <Working sentence={t('staff.openingLink')} longer={t('common.connectingLong')} />;
}
