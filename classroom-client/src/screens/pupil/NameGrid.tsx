import { type CSSProperties, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { Tile } from '../../ui/Tile.tsx';
import { useSize } from '../shared/use-size.ts';
import type { GuestSeat } from './guest-seats.ts';
import css from './NameGrid.module.css';
import { namePages } from './name-pages.ts';
import { halfWidths, textSize } from './text-size.ts';

interface Props {
  readonly seats: readonly GuestSeat[];
  /** The seat that was tapped and is being asked for: nothing else can be tapped. */
  readonly sending: string | null;
  /** Those that are chosen together. */
  readonly chosen?: readonly string[];
  /** Said under a name in place of its number. */
  readonly noteFor?: (seatId: string) => string | null;
  readonly onTap: (seat: GuestSeat) => void;
}

/** From this width on there is room for more columns, px. */
const WIDE = 700;
/** On a screen that is lower, a phone on its side, names go beside each other, px. */
const LOW = 500;
/** How large a name of so many half-width letters is said, in px: where tiles are few and wide, and where they are close. */
const ROOMY = [
  [8, 28],
  [80, 22],
] as const;
const CLOSE = [
  [8, 22],
  [80, 18],
] as const;
/** A longer name, in half-width letters, takes two lines on a close tile. */
const LONG = 8;

/** The class as tiles that share the screen: few names are large, fifty still fit, and what does not is a page further. */
export function NameGrid({ seats, sending, chosen = [], noteFor, onTap }: Props) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const { width, height } = useSize(place);
  const wide = width >= WIDE;
  const count = seats.length;
  const low = innerHeight < LOW;
  const columns = !wide || (count <= 15 && !low) ? 3 : count <= 30 && !low ? 4 : 5;
  const long = seats.some(({ label }) => halfWidths(label) > LONG);
  const pages = namePages(seats, { height, columns, long });
  const page = Math.min(wanted, pages.length - 1);
  const sizes = wide && count <= 30 ? ROOMY : CLOSE;
  return (
    <>
      {pages.length > 1 && (
        <nav className={css.pages}>
          {pages.map((names, index) => (
            <Tile
              key={names[0]?.seatId}
              title={t('pupil.page', { from: names[0]?.number ?? 0, to: names[names.length - 1]?.number ?? 0 })}
              chosen={index === page}
              onClick={() => setWanted(index)}
            />
          ))}
        </nav>
      )}
      <div ref={place} className={css.place}>
        <div
          className={classNames(css.grid, long && css.tall, sending !== null && css.locked)}
          style={{ '--columns': columns } as CSSProperties}
        >
          {pages[page]?.map((seat) => (
            <Tile
              key={seat.seatId}
              title={seat.label}
              style={{ fontSize: textSize(seat.label, sizes) }}
              note={noteOf(seat)}
              chosen={seat.seatId === sending || chosen.includes(seat.seatId)}
              faded={seat.taken}
              aria-disabled={sending !== null}
              onClick={() => sending === null && onTap(seat)}
            />
          ))}
        </div>
      </div>
    </>
  );

  function noteOf({ seatId, taken, number }: GuestSeat): string {
    if (seatId === sending) return t('common.sending');
    const said = noteFor?.(seatId);
    if (said) return said;
    return taken ? t('pupil.inUse') : t('common.seatNumber', { number });
  }
}
