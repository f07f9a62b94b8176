import type { CommandReply } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useLasting } from '../shared/use-lasting.ts';

interface Props {
  readonly up: boolean;
  readonly onToggle: () => Promise<CommandReply>;
}

/** An answer that comes sooner needs no word, in ms. */
const SOON_MS = 300;

/** Hand up, hand down; one tap counts until it is answered. */
export function HandButton({ up, onToggle }: Props) {
  const t = useT();
  const [wanted, setWanted] = useState<boolean | null>(null);
  useEffect(() => {
    if (wanted === up) setWanted(null);
  }, [wanted, up]);
  const underway = wanted !== null;
  const slow = useLasting(underway, SOON_MS);
  const toggle = async () => {
    if (underway) return;
    setWanted(!up);
    const reply = await onToggle();
    if (!reply.ok) setWanted(null);
  };
  return (
    <Button
      look={up ? 'live' : 'plain'}
      size="large"
      wide
      aria-pressed={up}
      aria-disabled={underway}
      onClick={() => void toggle()}
    >
      {slow ? t('common.sending') : t(up ? 'pupil.handUp' : 'pupil.raiseHand')}
    </Button>
  );
}
