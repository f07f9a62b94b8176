import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { Tile } from '../../ui/Tile.tsx';
import css from './Guest.module.css';
import type { GuestSeat } from './guest-seats.ts';
import { textSize } from './text-size.ts';

interface Props {
  readonly seats: readonly GuestSeat[];
  readonly onTap: (seat: GuestSeat) => void;
}

/** The class as tiles that share the screen: few names are large, fifty still fit. */
export function NameGrid({ seats, onTap }: Props) {
  const t = useT();
  const density = seats.length > 30 ? css.many : seats.length > 15 ? css.some : css.few;
  return (
    <div className={classNames(css.grid, density)}>
      {seats.map((seat) => (
        <Tile
          key={seat.seatId}
          title={seat.label}
          style={{ fontSize: nameSize(seat.label) }}
          note={seat.taken ? t('pupil.inUse') : t('common.seatNumber', { number: seat.number })}
          faded={seat.taken}
          onClick={() => onTap(seat)}
        />
      ))}
    </div>
  );
}

/** Long names are set smaller rather than cut: a share of the grid's own size. */
function nameSize(name: string): string {
  return `${textSize(name, NAME_SIZES)}%`;
}

const NAME_SIZES = [
  [8, 100],
  [12, 82],
  [80, 62],
] as const;
