import type { SettingsChange } from '@tongke/shared-types';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { timeWords } from '../board/time-words.ts';
import css from './Panel.module.css';

const SHOWN = 50;

/** Who changed which setting and when, newest first. */
export function Changes({ changes }: { readonly changes: readonly SettingsChange[] }) {
  const t = useT();
  const language = useLanguage();
  const say = (value: string | number | boolean) =>
    typeof value === 'boolean' ? t(value ? 'staff.on' : 'staff.off') : String(value);
  return (
    <section>
      <h3>{t('staff.changes')}</h3>
      {changes.length === 0 && <p className="muted">{t('staff.noChanges')}</p>}
      <div className={css.list}>
        {changes.slice(0, SHOWN).map(({ at, accountName, about, setting, from, to }) => (
          <p key={`${at}${about.id}${setting}`} className={css.row}>
            <span className={css.what}>
              <b>
                {about.name} · {t(`staff.setting_${setting}`)}
              </b>
              <span className="muted">
                {say(from)} → {say(to)} · {accountName} · {timeWords(at, Date.now(), language)}
              </span>
            </span>
          </p>
        ))}
      </div>
    </section>
  );
}
