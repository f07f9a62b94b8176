import { APPLAUSE_MS, type Command } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from './AssistantPanel.module.css';

/** [PR3] The class claps, and the lead teacher hears it. */
export function ClapCard({ act }: { readonly act: (command: Command) => Promise<boolean> }) {
  const t = useT();
  const [clapped, setClapped] = useState(false);
  useEffect(() => {
    if (!clapped) return;
    const timer = setTimeout(setClapped, APPLAUSE_MS, false);
    return () => clearTimeout(timer);
  }, [clapped]);
  return (
    <section className={css.card} aria-label={t('cheer.clap')}>
      <Button disabled={clapped} onClick={() => void act({ type: 'applause.give' }).then(setClapped)}>
        {t('cheer.clap')}
      </Button>
      <p className="muted" role="status">
        {t(clapped ? 'cheer.clapped' : 'cheer.clapLine')}
      </p>
    </section>
  );
}
