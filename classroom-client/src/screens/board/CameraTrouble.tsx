import type { Classroom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

const TROUBLE = { refused: 'board.cameraRefused', busy: 'board.cameraBusy', missing: 'board.cameraMissing' } as const;

/** Why this room is not seen, whole, and one tap to try again; nothing where no camera is wanted. */
export function CameraTrouble({ room, media }: { readonly room: Classroom; readonly media: LessonMedia }) {
  const t = useT();
  const state = useMedia(media.store, ({ own }) => own.camera.state);
  if (room.own || !room.cameraAllowed || room.covered) return null;
  if (state !== 'refused' && state !== 'busy' && state !== 'missing') return null;
  return (
    <Notice tone="attention" action={<Button onClick={() => media.publisher.retry()}>{t('common.retry')}</Button>}>
      {t(TROUBLE[state])}
    </Notice>
  );
}
