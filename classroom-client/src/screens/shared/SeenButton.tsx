import type { TeachersWord } from '@tongke/shared-types';
import { useState } from 'react';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly words: readonly TeachersWord[];
  readonly send: Send;
  readonly size?: 'small' | 'normal';
  /** No tap counts: what stands here has only just changed. */
  readonly held?: boolean;
}

/** [TW4] 知道了. A word that has gone meanwhile needs no sentence: it has left the screen. */
export function SeenButton({ words, send, size = 'normal', held = false }: Props) {
  const t = useT();
  const [sending, setSending] = useState(false);
  const acknowledge = async () => {
    if (held || sending) return;
    setSending(true);
    await Promise.all(words.map(({ wordId }) => send({ type: 'word.acknowledge', wordId })));
    setSending(false);
  };
  return (
    <Button size={size} onClick={acknowledge}>
      {t(sending ? 'common.sending' : 'assistant.gotIt')}
    </Button>
  );
}
