import type { Refusal } from '@tongke/shared-types';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { BlobProof, deviceProof } from '../../photo/blob-proof.ts';
import { Working } from '../../ui/Working.tsx';
import { LinkPage } from '../setup/LinkPage.tsx';
import { LinkProblem } from '../setup/LinkProblem.tsx';
import { linkToken } from '../setup/link-token.ts';
import { AssistLesson } from './AssistLesson.tsx';
import { forgetPhoneToken, keepPhoneToken, phoneToken } from './phone-token.ts';

/** The assistant's phone: paired by scanning a board, then the board's controls in the hand. */
export function Assist() {
  const t = useT();
  const [token, setToken] = useState(phoneToken);
  const [link, setLink] = useState(() => linkToken(location.hash));
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null);
  const proof = useMemo(() => deviceProof(token ?? ''), [token]);
  const tried = useRef(false);
  const pair = useCallback(() => {
    if (link === null) return;
    setProblem(null);
    void call('POST /api/phones/pair', { body: { token: link } }).then((paired) => {
      // Nobody has heard of the link yet: it stays in the address, to be tried again.
      if (!paired.ok && paired.reason === 'offline') return setProblem('offline');
      // A link that was used before is no matter where this phone is paired already: it was scanned twice.
      history.replaceState(null, '', location.pathname);
      setLink(null);
      if (!paired.ok) return setProblem(paired.reason);
      keepPhoneToken(paired.token);
      setToken(paired.token);
    });
  }, [link]);
  useEffect(() => {
    if (tried.current) return;
    tried.current = true;
    pair();
  }, [pair]);
  if (link !== null && problem) return <LinkProblem reason={problem} onRetry={pair} />;
  if (link !== null) return <Working sentence={t('staff.pairingPhone')} longer={t('common.connectingLong')} />;
  if (token !== null) {
    const unpaired = () => {
      forgetPhoneToken();
      setToken(null);
    };
    return (
      <BlobProof.Provider value={proof}>
        <AssistLesson token={token} onUnpaired={unpaired} />
      </BlobProof.Provider>
    );
  }
  return (
    <LinkPage title={t('staff.assistTitle')} line={problem ? problemWords(t, problem) : t('staff.assistLine')}>
      <ol>
        <li>{t('staff.assistStep1')}</li>
        <li>{t('staff.assistStep2')}</li>
        <li>{t('staff.assistStep3')}</li>
      </ol>
    </LinkPage>
  );
}
