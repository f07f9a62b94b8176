import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** That this board's screen is seen elsewhere, and the way to end it. */
export function OwnScreenNotice({ media }: { readonly media: LessonMedia }) {
  const t = useT();
  const shared = useMedia(media.store, ({ screen }) => screen.track !== null);
  if (!shared) return null;
  return (
    <Notice tone="attention" action={<Button onClick={() => media.screen.stop()}>{t('screen.stop')}</Button>}>
      {t('screen.weShare')}
    </Notice>
  );
}
