import { useEffect } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWorkSending } from '../shared/use-work-sending.ts';

interface Props {
  readonly photo: Blob;
  readonly seatId: string;
  readonly send: Send;
  readonly onDone: () => void;
}

/** A photo on its way to the tray, or why it did not get there. */
export function SendWork({ photo, seatId, send, onDone }: Props) {
  const t = useT();
  const sender = useWorkSending(seatId, false, send);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes out once, when the pupil has been chosen.
  useEffect(() => sender.send(photo, onDone), []);
  const { sending } = sender;
  if (sending && 'refused' in sending) {
    return (
      <Notice tone="danger" action={<Button onClick={onDone}>{t('common.ok')}</Button>}>
        {problemWords(t, sending.refused)}
      </Notice>
    );
  }
  return <p role="status">{t('works.sending', { percent: Math.round((sending?.share ?? 0) * 100) })}</p>;
}
