import { type Classroom, type Command, linkOf } from '@tongke/shared-types';
import { useState } from 'react';
import type { Connection } from '../../connection/connect.ts';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { presenceOf, seatsByNumber } from '../assistant/room-of.ts';
import { usePupilName } from '../assistant/use-pupil-name.ts';
import { HandMark } from '../shared/HandMark.tsx';
import { BranchRounds } from './BranchRounds.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import { PraiseChoices } from './PraiseChoices.tsx';
import { RoomLink } from './RoomLink.tsx';
import { RoomPicture } from './RoomPicture.tsx';
import css from './RoomSheet.module.css';
import { RoomWords } from './RoomWords.tsx';
import { roomLink } from './room-status.ts';
import { Segments } from './Segments.tsx';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly room: Classroom;
  readonly media: LessonMedia;
  readonly ask: Connection['media'];
  readonly send: Send;
  readonly act: (command: Command) => Promise<boolean>;
  readonly onGive: (seatId: string | null) => void;
  readonly onClose: () => void;
}

/** One classroom from near: its picture, silent words with its assistant, and whom the turn may go to, raised hands first. */
export function RoomSheet({ view, names, room, media, ask, send, act, onGive, onClose }: Props) {
  const t = useT();
  const [tap, setTap] = useState<'turn' | 'praise'>('turn');
  const [praised, setPraised] = useState<string | null>(null);
  const pupilName = usePupilName(names);
  const link = linkOf(view, room.classroomId);
  const may = room.own || (room.board.online && !room.left);
  const order = view.hands.filter(({ classroomId }) => classroomId === room.classroomId).map(({ seatId }) => seatId);
  const place = (seatId: string) => (order.includes(seatId) ? order.indexOf(seatId) : order.length);
  const seats = seatsByNumber(room)
    .filter(({ online, seatId }) => online || order.includes(seatId))
    .sort((a, b) => place(a.seatId) - place(b.seatId));
  const chosen = seats.find(({ seatId }) => seatId === praised);
  return (
    <Sheet title={room.name} place="side" onClose={onClose}>
      {!room.own && <RoomPicture view={view} room={room} media={media} />}
      <p className={css.facts}>
        {t('teach.present', { ...presenceOf(room) })} · {roomLink(t, room, link)}
      </p>
      {may ? (
        <Button look="next" size="large" wide onClick={() => onGive(null)}>
          {t('teach.wholeClass')}
        </Button>
      ) : (
        <Notice>{t('teach.notHere')}</Notice>
      )}
      <RoomWords {...{ view, names, room, send, act }} onGive={may ? onGive : null} />
      <h3 className={css.head}>{t('teach.pupilsHere')}</h3>
      {seats.length > 0 && (
        <Segments
          label={t('cheer.tapName')}
          value={tap}
          options={[
            { value: 'turn', words: t('cheer.givesTurn') },
            { value: 'praise', words: t('cheer.praise') },
          ]}
          onChange={setTap}
        />
      )}
      {tap === 'praise' && chosen && (
        <PraiseChoices
          key={chosen.seatId}
          {...{ view, names, act }}
          seat={{ classroomId: room.classroomId, seatId: chosen.seatId, number: chosen.number }}
        />
      )}
      {seats.length === 0 && <p className="muted">{t('teach.noPupilsHere')}</p>}
      <div className={css.seats}>
        {seats.map((seat) => (
          <Tile
            key={seat.seatId}
            disabled={tap === 'turn' && !may}
            title={
              <>
                {order.includes(seat.seatId) && <HandMark />} {pupilName(seat)}
              </>
            }
            onClick={() => (tap === 'turn' ? onGive(seat.seatId) : setPraised(seat.seatId))}
          />
        ))}
      </div>
      <BranchRounds branches={view.branches} room={room} pupilName={pupilName} />
      {!room.own && may && view.acting?.by !== room.classroomId && (
        <ConfirmButton
          wide
          question={t('leading.handSure', { classroom: room.name })}
          onConfirm={() => {
            onClose();
            void act({ type: 'lead.hand', to: room.classroomId });
          }}
        >
          {t('leading.hand')}
        </ConfirmButton>
      )}
      {!room.own && (
        <>
          <RoomLink
            link={link}
            onChoose={(choice) => void act({ type: 'link.choose', classroomId: room.classroomId, choice })}
          />
          <HealthPanel ask={ask} peerId={room.classroomId} />
        </>
      )}
    </Sheet>
  );
}
