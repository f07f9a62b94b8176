import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

const WORD = {
  refused: 'board.microphoneRefused',
  busy: 'board.microphoneBusy',
  missing: 'board.microphoneMissing',
} as const;

/** During the own turn: why nobody hears this room, and one tap to try again. */
export function MicrophoneNotice({ media }: { readonly media: LessonMedia }) {
  const t = useT();
  const state = useMedia(media.store, ({ own }) => own.microphone.state);
  if (state !== 'refused' && state !== 'busy' && state !== 'missing') return null;
  return (
    <Notice tone="danger" action={<Button onClick={() => media.publisher.retry()}>{t('common.retry')}</Button>}>
      {t(WORD[state])}
    </Notice>
  );
}
