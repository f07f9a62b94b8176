import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import css from './Photo.module.css';
import { PhotoButton } from './PhotoButton.tsx';
import type { PhotoSending } from './use-photo-sending.ts';

interface Props {
  readonly photo: Blob;
  /** Drawn on the tablet: it is drawn on, where a photo is taken again. */
  readonly byHand: boolean;
  readonly sending: PhotoSending;
  readonly onSend: () => void;
  readonly onPhoto: (photo: Blob) => void;
  readonly onDraw: () => void;
}

/** The photo before it goes out, how much of it has gone, and what to do when it was refused. */
export function PhotoPreview({ photo, byHand, sending, onSend, onPhoto, onDraw }: Props) {
  const t = useT();
  const url = useObjectUrl(photo);
  const share = sending && 'share' in sending ? sending.share : null;
  const refused = sending && 'refused' in sending ? sending.refused : null;
  const percent = Math.round((share ?? 0) * 100);
  return (
    <div className={css.photo}>
      <div className={css.frame}>{url && <img src={url} alt={t('answer.preview')} />}</div>
      {share !== null && (
        <div role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={css.progress}>
          <span style={{ width: `${percent}%` }} />
        </div>
      )}
      {refused && (
        <Notice tone="danger">
          {t('answer.notSent')} · {t(`refusal.${refused}`)}
        </Notice>
      )}
      {!refused && share === null && <p className={css.paper}>{t('answer.notSent')}</p>}
      <div className={css.two}>
        {byHand ? (
          <Button size="large" wide onClick={onDraw}>
            {t('answer.drawAgain')}
          </Button>
        ) : (
          <PhotoButton look="plain" onPhoto={onPhoto}>
            {t('answer.again')}
          </PhotoButton>
        )}
        <Button look="next" size="large" wide aria-disabled={share !== null} onClick={() => share === null && onSend()}>
          {share !== null ? t('answer.uploading', { percent }) : t(refused ? 'common.retry' : 'answer.sendPhoto')}
        </Button>
      </div>
    </div>
  );
}

function useObjectUrl(photo: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return url;
}
