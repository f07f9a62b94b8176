import { useEffect, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { type Paper, paperShelf } from '../../../photo/paper-shelf.ts';
import { BlobPicture } from '../../../ui/BlobPicture.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { PadProps } from '../AnswerPad.tsx';
import { Drawing } from './Drawing.tsx';
import css from './Photo.module.css';
import { PhotoButton } from './PhotoButton.tsx';
import { PhotoPreview } from './PhotoPreview.tsx';
import { usePhotoSending } from './use-photo-sending.ts';

/** Something to hand in, and how it was made. */
type Made = Pick<Paper, 'photo' | 'by'>;

/** A photo of the paper, or a drawing: made, looked at, sent; another one may take its place. */
export function PhotoPad({ round, standing, who, seatIds, onAnswer }: PadProps) {
  const t = useT();
  const { answer, open, state } = standing;
  const [made, setMade] = useState<Made | null>(null);
  const [drawing, setDrawing] = useState(false);
  const sender = usePhotoSending(`/api/photos/${encodeURIComponent(round.roundId)}`, seatIds, open);
  const handed = answer?.kind === 'photo' ? answer.photo : null;
  // What was made and not sent counts for nothing once the time is up.
  useEffect(() => {
    if (open) return;
    setDrawing(false);
    void paperShelf.forget();
  }, [open]);
  const keep = (paper: Made, handedIn: boolean) => {
    setMade(paper);
    void paperShelf.keep({ ...paper, roundId: round.roundId, who, handedIn });
  };
  const handIn = (paper: Made) => {
    keep(paper, true);
    sender.send(paper.photo, (photo) => {
      setMade(null);
      onAnswer({ kind: 'photo', photo });
      void paperShelf.forget();
    });
  };
  const take = (photo: Blob) => {
    sender.stop();
    keep({ photo, by: 'camera' }, false);
  };
  // What was made before the page was loaded anew; what was handed in goes on by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pad is made anew for each question and child.
  useEffect(() => {
    let gone = false;
    void paperShelf.recall(round.roundId, who).then((paper) => {
      if (gone || !paper || !open) return;
      if (paper.handedIn) handIn(paper);
      else setMade(paper);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (drawing) {
    return (
      <Drawing
        begun={made?.by === 'hand' ? made.photo : null}
        onBack={() => setDrawing(false)}
        onDrawn={(photo) => {
          setDrawing(false);
          keep({ photo, by: 'hand' }, false);
        }}
      />
    );
  }
  if (made && open) {
    return (
      <PhotoPreview
        photo={made.photo}
        byHand={made.by === 'hand'}
        sending={sender.sending}
        onSend={() => handIn(made)}
        onPhoto={take}
        onDraw={() => {
          sender.stop();
          setDrawing(true);
        }}
      />
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
