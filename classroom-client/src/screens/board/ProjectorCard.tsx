import { useStore } from 'zustand';
import { useT } from '../../i18n/use-t.ts';
import { Switch } from '../../ui/Switch.tsx';
import css from '../assistant/AssistantPanel.module.css';
import { projector, setProjector } from './use-projector.ts';

/** [SS3] Says that this board is a projector or a screen without touch, so that nothing to tap stands on it. */
export function ProjectorCard() {
  const t = useT();
  const on = useStore(projector);
  return (
    <section className={css.card} aria-label={t('board.projector')}>
      <Switch label={t('board.projector')} on={on} onChange={setProjector} />
      <p className="muted">{t('board.projectorLine')}</p>
    </section>
  );
}
