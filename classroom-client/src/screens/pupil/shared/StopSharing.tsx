import type { CommandReply, Refusal } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { BigMessage } from '../BigMessage.tsx';

interface Props {
  readonly onStay: () => void;
  readonly onLeave: () => Promise<CommandReply>;
}

/** Asks once, so that a passing finger changes nothing. */
export function StopSharing({ onStay, onLeave }: Props) {
  const t = useT();
  const [underway, setUnderway] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const leave = async () => {
    setUnderway(true);
    const reply = await onLeave();
    setUnderway(false);
    setProblem(reply.ok ? null : reply.reason);
  };
  if (underway) return <BigMessage mood="calm" title={t('common.sending')} />;
  return (
    <BigMessage title={t('answer.stopSharingSure')} line={problem ? t(`refusal.${problem}`) : undefined}>
      <Button look="next" size="large" wide onClick={onStay}>
        {t('answer.keepSharing')}
      </Button>
      <p> </p>
      <Button size="large" wide onClick={() => void leave()}>
        {t('answer.stopSharing')}
      </Button>
    </BigMessage>
  );
}
