import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { BlobPicture } from '../../../ui/BlobPicture.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { PadProps } from '../AnswerPad.tsx';
import { Drawing } from './Drawing.tsx';
import css from './Photo.module.css';
import { PhotoButton } from './PhotoButton.tsx';
import { PhotoPreview } from './PhotoPreview.tsx';
import { usePhotoSending } from './use-photo-sending.ts';

/** Something to hand in, and how it was made. */
interface Made {
  readonly photo: Blob;
  readonly by: 'camera' | 'hand';
}

/** A photo of the paper, or a drawing: made, looked at, sent; another one may take its place. */
export function PhotoPad({ round, standing, seatIds, onAnswer }: PadProps) {
  const t = useT();
  const { answer, open, state } = standing;
  const [made, setMade] = useState<Made | null>(null);
  const [drawing, setDrawing] = useState(false);
  const sender = usePhotoSending(round.roundId, seatIds, open);
  const handed = answer?.kind === 'photo' ? answer.photo : null;
  // What was made and not sent counts for nothing once the time is up.
  useEffect(() => {
    if (!open) setDrawing(false);
  }, [open]);
  const take = (photo: Blob) => {
    sender.stop();
    setMade({ photo, by: 'camera' });
  };
  if (drawing) {
    return (
      <Drawing
        begun={made?.by === 'hand' ? made.photo : null}
        onBack={() => setDrawing(false)}
        onDrawn={(photo) => {
          setDrawing(false);
          setMade({ photo, by: 'hand' });
        }}
      />
    );
  }
  if (made && open) {
    const send = () =>
      sender.send(made.photo, (photo) => {
        setMade(null);
        onAnswer({ kind: 'photo', photo });
      });
    return (
      <PhotoPreview photo={made.photo} sending={sender.sending} onSend={send}>
        {made.by === 'hand' ? (
          <Button
            size="large"
            wide
            onClick={() => {
              sender.stop();
              setDrawing(true);
            }}
          >
            {t('answer.drawAgain')}
          </Button>
        ) : (
          <PhotoButton look="plain" onPhoto={take}>
            {t('answer.again')}
          </PhotoButton>
        )}
      </PhotoPreview>
    );
  }
  return (
    <div className={css.photo}>
      {handed !== null && state !== 'none' && (
        <div className={css.frame}>
          <BlobPicture hash={handed} alt={t('answer.preview')} />
        </div>
      )}
      {open && (
        <>
          <p className={css.paper}>{t('answer.paperOnly')}</p>
          <div className={handed ? css.two : css.ways}>
            <PhotoButton look={handed ? 'plain' : 'next'} onPhoto={take}>
              {t(handed ? 'answer.another' : 'answer.takePhoto')}
            </PhotoButton>
            <Button size="large" wide onClick={() => setDrawing(true)}>
              {t('answer.draw')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
