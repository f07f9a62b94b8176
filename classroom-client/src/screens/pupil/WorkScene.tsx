import { type LessonState, MOST_WORKS_OF_SEAT } from '@tongke/shared-types';
import { useState } from 'react';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useWorkSending } from '../shared/use-work-sending.ts';
import { Drawing } from './kinds/Drawing.tsx';
import css from './kinds/Photo.module.css';
import { PhotoButton } from './kinds/PhotoButton.tsx';
import { PhotoPreview } from './kinds/PhotoPreview.tsx';
import round from './Round.module.css';

interface Props {
  readonly view: LessonState;
  readonly seatId: string;
  readonly send: Send;
}

interface Made {
  readonly photo: Blob;
  readonly byHand: boolean;
}

/** [CA1] The teacher collects works: a photo of the paper or a drawing, looked at, sent; three at most. */
export function WorkScene({ view, seatId, send }: Props) {
  const t = useT();
  const [made, setMade] = useState<Made | null>(null);
  const [drawing, setDrawing] = useState(false);
  const sender = useWorkSending(seatId, true, send);
  const mine = view.works.tray.filter((work) => work.seatId === seatId).length;
  const take = (photo: Blob) => {
    sender.stop();
    setMade({ photo, byHand: false });
  };
  return (
    <div className={round.question}>
      <h1 className={round.cue}>{t('works.wanted')}</h1>
      {mine > 0 && (
        <p role="status" className={round.say}>
          {t('works.mine', { count: mine })}
        </p>
      )}
      {drawing ? (
        <Drawing
          begun={made?.byHand ? made.photo : null}
          onBack={() => setDrawing(false)}
          onDrawn={(photo) => {
            setDrawing(false);
            setMade({ photo, byHand: true });
          }}
        />
      ) : made ? (
        <PhotoPreview
          photo={made.photo}
          byHand={made.byHand}
          sending={sender.sending}
          onSend={() => sender.send(made.photo, () => setMade(null))}
          onPhoto={take}
          onDraw={() => {
            sender.stop();
            setDrawing(true);
          }}
        />
      ) : mine >= MOST_WORKS_OF_SEAT ? (
        <p className={css.paper}>{t('works.full')}</p>
      ) : (
        <div className={css.photo}>
          <p className={css.paper}>{t('answer.paperOnly')}</p>
          <div className={css.ways}>
            <PhotoButton look={mine > 0 ? 'plain' : 'next'} onPhoto={take}>
              {t('answer.takePhoto')}
            </PhotoButton>
            <Button size="large" wide onClick={() => setDrawing(true)}>
              {t('answer.draw')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
