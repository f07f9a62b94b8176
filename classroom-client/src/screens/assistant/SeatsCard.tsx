import type { Seat } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { AddPupil } from './AddPupil.tsx';
import panel from './AssistantPanel.module.css';
import { presenceOf, seatsByNumber } from './room-of.ts';
import type { RoomProps } from './room-props.ts';
import css from './SeatsCard.module.css';
import { usePupilName } from './use-pupil-name.ts';

/** The roll: who is here, whose tablet may be released, a child who is not on it, and a new start for the whole room. */
export function SeatsCard({ room, names, act }: Omit<RoomProps, 'view'>) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <section className={panel.card} aria-label={t('assistant.seats')}>
      <div className={panel.head}>
        <div>
          <h2>{t('assistant.seats')}</h2>
          <p className="muted">{t('assistant.seatsCount', { ...presenceOf(room) })}</p>
        </div>
        <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'assistant.hideSeats' : 'assistant.showSeats')}
        </Button>
      </div>
      <AddPupil classroomId={room.classroomId} act={act} />
      {shown && (
        <>
          <ul className={css.list}>
            {seatsByNumber(room).map((seat) => (
              <SeatLine key={seat.seatId} seat={seat} names={names} act={act} />
            ))}
          </ul>
          <ConfirmButton
            question={t('assistant.resetSure')}
            wide
            onConfirm={() => act({ type: 'room.reset', classroomId: room.classroomId })}
          >
            {t('assistant.reset')}
          </ConfirmButton>
        </>
      )}
    </section>
  );
}

function SeatLine({ seat, names, act }: { readonly seat: Seat } & Pick<RoomProps, 'names' | 'act'>) {
  const t = useT();
  const name = usePupilName(names)(seat);
  const state = seat.online ? 'seatOnline' : seat.device === null ? 'seatFree' : 'seatAway';
  return (
    <li className={css.seat}>
      <span className={css.number}>{seat.number}</span>
      <span className={css.name}>
        {name}
        <span className={classNames(css.state, css[state])}>{t(`assistant.${state}`)}</span>
      </span>
      {seat.device !== null && (
        <ConfirmButton
          question={t('assistant.releaseSure', { name })}
          onConfirm={() => act({ type: 'seat.release', seatId: seat.seatId })}
        >
          {t('assistant.release')}
        </ConfirmButton>
      )}
    </li>
  );
}
