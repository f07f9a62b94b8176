import { useState } from 'react';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { PhotoButton } from '../pupil/kinds/PhotoButton.tsx';
import panel from './AssistantPanel.module.css';
import { ChoosePupil } from './ChoosePupil.tsx';
import type { RoomProps } from './room-props.ts';
import { SendWork } from './SendWork.tsx';
import { usePupilName } from './use-pupil-name.ts';
import css from './WorksCard.module.css';

interface Props extends RoomProps {
  readonly send: Send;
  /** A phone has a camera at hand. */
  readonly camera: boolean;
}

/** [CA1] [CA3] The works of the own class: taken with the phone for a pupil, looked at, removed. */
export function WorksCard({ view, room, names, act, send, camera }: Props) {
  const t = useT();
  const pupilName = usePupilName(names);
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [seatId, setSeatId] = useState<string | null>(null);
  const tray = view.works.tray.filter(({ classroomId }) => classroomId === room.classroomId);
  if (!camera && tray.length === 0) return null;
  const done = () => {
    setPhoto(null);
    setSeatId(null);
  };
  return (
    <section className={panel.card} aria-label={t('works.card')}>
      <div>
        <h2>{t('works.card')}</h2>
        <p className="muted">{t('works.cardLine')}</p>
      </div>
      {camera && !photo && (
        <PhotoButton look="plain" onPhoto={setPhoto}>
          {t('works.take')}
        </PhotoButton>
      )}
      {photo && seatId === null && (
        <>
          <p>{t('works.whose')}</p>
          <ChoosePupil {...{ room, names }} onChoose={async (chosen) => setSeatId(chosen)} />
          <Button onClick={done}>{t('common.back')}</Button>
        </>
      )}
      {photo && seatId !== null && <SendWork {...{ photo, seatId, send }} onDone={done} />}
      {tray.length > 0 && (
        <ul className={css.tray}>
          {tray.map(({ workId, photo: hash, seatId: whose, number }) => {
            const who = pupilName(room.seats[whose] ?? { seatId: whose, number });
            return (
              <li key={workId}>
                <BlobPicture hash={hash} alt={t('works.workOf', { who })} className={css.picture} />
                <span>{who}</span>
                <Button size="small" onClick={() => void act({ type: 'work.remove', workId })}>
                  {t('works.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
