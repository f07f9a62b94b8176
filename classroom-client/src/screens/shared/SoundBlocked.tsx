import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Voices } from '../../media/voices.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Shown after a reload in the middle of a lesson, when the browser waits for a tap before it plays sound. */
export function SoundBlocked({ voices }: { readonly voices: Voices }) {
  const t = useT();
  const [blocked, setBlocked] = useState(false);
  useEffect(() => voices.onBlocked(setBlocked), [voices]);
  if (!blocked) return null;
  return (
    <Notice
      tone="attention"
      action={
        <Button look="next" onClick={() => voices.unlock()}>
          {t('teach.soundOn')}
        </Button>
      }
    >
      {t('teach.tapForSound')}
    </Notice>
  );
}
