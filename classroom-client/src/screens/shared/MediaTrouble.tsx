import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { MediaStore } from '../../media/media-store.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

const PATIENCE_MS = 10_000;

interface Props {
  readonly store: MediaStore;
  readonly reload?: () => void;
}

/** Sound and picture that do not connect for ten seconds while the lesson itself is there: what it means, and what to do. */
export function MediaTrouble({ store, reload = () => location.reload() }: Props) {
  const t = useT();
  const connecting = useMedia(store, ({ link }) => link === 'connecting');
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!connecting) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connecting]);
  if (!connecting || !long) return null;
  return (
    <Notice tone="attention" action={<Button onClick={reload}>{t('common.reload')}</Button>}>
      {t('board.mediaSlow')}
    </Notice>
  );
}
