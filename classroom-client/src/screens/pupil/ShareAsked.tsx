import type { Classroom, CommandReply, Refusal } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../../connection/new-id.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';

interface Props {
  readonly tablets: Classroom['tablets'];
  readonly onShare: (tabletId: string) => Promise<CommandReply>;
  /** Nothing came of it: refused, not wanted by the assistant, or given up (null). */
  readonly onEnd: (why: Refusal | 'denied' | null) => void;
}

/** 大家轮流用这台: it asks once, and waits for the assistant. A yes makes another screen of it. */
export function ShareAsked({ tablets, onShare, onEnd }: Props) {
  const t = useT();
  const [tabletId] = useState(newId);
  const asked = useRef(false);
  const seen = useRef(false);
  const own = tablets[tabletId];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it asks once.
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void onShare(tabletId).then((reply) => {
      if (!reply.ok) onEnd(reply.reason);
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the lesson says of it counts.
  useEffect(() => {
    if (own) seen.current = true;
    else if (seen.current) onEnd('denied');
  }, [own]);
  return (
    <BigMessage
      mood="calm"
      title={t(own ? 'pupil.shareAsked' : 'common.sending')}
      line={own && t('pupil.shareAskedLine', { number: own.number })}
    >
      <Button size="large" wide onClick={() => onEnd(null)}>
        {t('common.back')}
      </Button>
    </BigMessage>
  );
}
