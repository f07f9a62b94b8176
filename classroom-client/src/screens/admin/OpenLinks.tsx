import type { OpenLink } from '@tongke/shared-types';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { timeWords } from '../board/time-words.ts';
import { ROLE_WORD } from '../setup/role-word.ts';
import css from './Panel.module.css';

/** Links that were handed out and not used, each to be taken back. */
export function OpenLinks() {
  const t = useT();
  const language = useLanguage();
  const { answer, reload } = useLoad(() => call('GET /api/links'));
  const { busy, problem, run } = useTask();
  const what = ({ kind, role, name }: OpenLink) => {
    const kinds = { invite: 'staff.linkInvite', 'sign-in': 'staff.signInLink', pairing: 'staff.linkPairing' } as const;
    return [t(kinds[kind]), role && t(ROLE_WORD[role]), name].filter(Boolean).join(' · ');
  };
  const withdraw = async (id: string) => {
    await run(() => call('DELETE /api/links/:id', { id }));
    await reload();
  };
  if (!answer?.ok || answer.links.length === 0) return null;
  return (
    <section>
      <h3>{t('staff.openLinks')}</h3>
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      <div className={css.list}>
        {answer.links.map((link) => (
          <div key={link.linkId} className={css.row}>
            <p className={css.what}>
              <b>{what(link)}</b>
              <span className="muted">
                {t('staff.linkMadeBy', {
                  name: link.madeBy ?? '',
                  time: timeWords(link.expiresAt, Date.now(), language),
                })}
              </span>
            </p>
            <Button size="small" disabled={busy} onClick={() => void withdraw(link.linkId)}>
              {t('staff.withdrawLink')}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
