import { useT } from '../../i18n/use-t.ts';
import { Tile } from '../../ui/Tile.tsx';
import css from './Guest.module.css';
import type { GuestSeat } from './guest-seats.ts';

interface Props {
  readonly seats: readonly GuestSeat[];
  readonly onTap: (seat: GuestSeat) => void;
}

/** The class as tiles that share the screen: few names are large, fifty still fit. */
export function NameGrid({ seats, onTap }: Props) {
  const t = useT();
  const dense = seats.length > 30 ? css.dense : '';
  return (
    <div className={`${css.grid} ${dense}`}>
      {seats.map((seat) => (
        <Tile
          key={seat.seatId}
          title={seat.label}
          note={seat.taken ? t('pupil.inUse') : t('common.seatNumber', { number: seat.number })}
          faded={seat.taken}
          onClick={() => onTap(seat)}
        />
      ))}
    </div>
  );
}
