import { useT } from '../i18n/use-t.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

interface Props {
  readonly link: LinkPhase;
  /** Tries at once instead of at the next turn. */
  readonly onRetry?: () => void;
  readonly className?: string | undefined;
}

/** Says that the link is down and that nothing is lost, with one tap to try at once; nothing while all is well. */
export function LinkBanner({ link, onRetry, className }: Props) {
  const t = useT();
  if (link !== 'lost') return null;
  return (
    <Notice
      tone="attention"
      className={className}
      action={onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {t('common.linkLostStay')}
    </Notice>
  );
}
