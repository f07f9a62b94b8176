import type { Classroom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Switch } from '../../ui/Switch.tsx';
import css from '../assistant/AssistantPanel.module.css';
import { presenceOf } from '../assistant/room-of.ts';

/** The board's zones for the buzzer, as far as they can be switched. */
export interface ZonesSwitch {
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

/** The assistant lets the room press on the board, where tablets were used before and are not here now. */
export function ZonesCard({ room, zones }: { readonly room: Classroom; readonly zones: ZonesSwitch }) {
  const t = useT();
  const { here } = presenceOf(room);
  if (Object.values(room.seats).every(({ device }) => device === null)) return null;
  return (
    <section className={css.card} aria-label={t('board.zonesSwitch')}>
      <Switch label={t('board.zonesSwitch')} on={zones.on && here === 0} disabled={here > 0} onChange={zones.change} />
      <p className="muted">{t(here > 0 ? 'board.zonesNotNow' : 'board.zonesHint')}</p>
    </section>
  );
}
