import { useT } from '../../i18n/use-t.ts';
import type { Tried } from '../../media/try-devices.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './BoardLobby.module.css';

const CAMERA = {
  fine: 'board.cameraFine',
  refused: 'board.cameraRefused',
  busy: 'board.cameraBusy',
  missing: 'board.cameraMissing',
} as const;
const MICROPHONE = {
  fine: 'board.microphoneFine',
  refused: 'board.microphoneRefused',
  busy: 'board.microphoneBusy',
  missing: 'board.microphoneMissing',
} as const;

/** What the trial of camera and microphone found, with the one picture that was taken. */
export function DevicesTried({ tried, onRetry }: { readonly tried: Tried; readonly onRetry: () => void }) {
  const t = useT();
  const fine = tried.camera !== null && tried.camera !== 'fine' ? false : tried.microphone === 'fine';
  return (
    <div className={css.tried}>
      {tried.picture && (
        <figure>
          <img src={tried.picture} alt={t('board.testPicture')} />
          <figcaption>{t('board.testPicture')}</figcaption>
        </figure>
      )}
      <Notice
        tone={fine ? 'calm' : 'attention'}
        action={!fine && <Button onClick={onRetry}>{t('common.retry')}</Button>}
      >
        <span className={css.words}>
          {tried.camera && <p>{t(CAMERA[tried.camera])}</p>}
          <p>{t(MICROPHONE[tried.microphone])}</p>
        </span>
      </Notice>
    </div>
  );
}
