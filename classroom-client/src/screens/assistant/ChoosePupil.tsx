import type { SeatId } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Tile } from '../../ui/Tile.tsx';
import { seatsByNumber } from './room-of.ts';
import type { RoomProps } from './room-props.ts';
import { usePupilName } from './use-pupil-name.ts';
import css from './Words.module.css';

interface Props extends Pick<RoomProps, 'room' | 'names'> {
  /** Resolves when it was answered; until then no other tap counts. */
  readonly onChoose: (seatId: SeatId) => Promise<unknown>;
}

/** One pupil of the room: everybody, with a tablet or without. */
export function ChoosePupil({ room, names, onChoose }: Props) {
  const t = useT();
  const pupilName = usePupilName(names);
  const [sending, setSending] = useState<SeatId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // It opens below the button that was tapped, which may be the last thing in sight.
  useEffect(() => void list.current?.scrollIntoView({ block: 'nearest' }), []);
  const choose = async (seatId: SeatId) => {
    if (sending !== null) return;
    setSending(seatId);
    await onChoose(seatId);
    setSending(null);
  };
  return (
    <>
      <h3>{t('assistant.whom')}</h3>
      <div ref={list} className={css.pupils}>
        {seatsByNumber(room).map((seat) => (
          <Tile
            key={seat.seatId}
            title={pupilName(seat)}
            note={sending === seat.seatId && t('common.sending')}
            onClick={() => choose(seat.seatId)}
          />
        ))}
      </div>
    </>
  );
}
