import { DRAW_MS, type Draw } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { seatLabel } from '../../lesson/seat-label.ts';
import type { BoardProps } from './board-props.ts';
import css from './DrawnName.module.css';
import { drawLabels } from './draw-labels.ts';

/** [FL20] Names flash for two seconds, then the one who was drawn stands there; without motion where the device asks for none. */
export function DrawnName({ view, room, names, now, draw }: BoardProps & { readonly draw: Draw }) {
  const t = useT();
  const flashing = now - draw.at < DRAW_MS;
  return (
    <section className={css.draw} role="status" aria-live={flashing ? 'off' : 'polite'}>
      <h2>{t(flashing ? 'board.drawing' : 'board.drawn')}</h2>
      {flashing ? (
        <ul className={css.tiles} aria-hidden="true">
          {drawLabels(t, { view, room, names }, draw).map((label, at) => (
            <li key={label} style={{ animationDelay: `${at * FLASH_MS}ms` }}>
              {label}
            </li>
          ))}
        </ul>
      ) : (
        <p className={css.name}>{seatLabel(t, { view, names }, draw)}</p>
      )}
    </section>
  );
}

/** From one tile to the next, in ms. */
const FLASH_MS = 120;
