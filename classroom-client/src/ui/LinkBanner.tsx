import { useT } from '../i18n/use-t.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import { Notice } from './Notice.tsx';

/** Says that the link is down and that nothing is lost; nothing while all is well. */
export function LinkBanner({ link, className }: { readonly link: LinkPhase; readonly className?: string | undefined }) {
  const t = useT();
  if (link !== 'lost') return null;
  return (
    <Notice tone="attention" className={className}>
      {t('common.linkLostStay')}
    </Notice>
  );
}
