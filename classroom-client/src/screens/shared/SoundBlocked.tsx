import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Voices } from '../../media/voices.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { unlockSound } from '../../ui/sounds.ts';

/** Shown after a reload in the middle of a lesson, when the browser waits for a tap before it plays sound. */
export function SoundBlocked({ voices }: { readonly voices: Voices }) {
  const t = useT();
  const [blocked, setBlocked] = useState(false);
  useEffect(() => voices.onBlocked(setBlocked), [voices]);
  if (!blocked) return null;
  const unlock = () => {
    unlockSound();
    voices.unlock();
  };
  return (
    <Notice
      tone="attention"
      action={
        <Button look="next" onClick={unlock}>
          {t('teach.soundOn')}
        </Button>
      }
    >
      {t('teach.tapForSound')}
    </Notice>
  );
}
