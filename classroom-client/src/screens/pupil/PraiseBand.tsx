import type { Praise } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import css from './TurnBand.module.css';

/** [PR2] To the pupil who is praised, and to no other. */
export function PraiseBand({ praise }: { readonly praise: Praise }) {
  const t = useT();
  return (
    <div role="status" className={css.band}>
      <p className={css.words}>
        <span>{t('cheer.teacherPraisesYou')}</span> <b>{t(`cheer.${praise.word}`)}</b>
      </p>
    </div>
  );
}
