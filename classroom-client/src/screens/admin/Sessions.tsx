import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { timeWords } from '../board/time-words.ts';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';

/** Signed-in browsers; one that is lost or strange is signed out here. */
export function Sessions() {
  const t = useT();
  const language = useLanguage();
  const { answer, reload } = useLoad(() => call('GET /api/sessions'));
  const { busy, problem, run } = useTask();
  const end = async (id: string) => {
    await run(() => call('DELETE /api/sessions/:id', { id }));
    await reload();
  };
  return (
    <Panel title={t('staff.tab_sessions')} hint={t('staff.sessionsHint')} {...{ answer, reload, problem }}>
      {({ sessions }) => (
        <div className={css.list}>
          {sessions.map(({ sessionId, accountName, browser, lastSeenAt, current }) => (
            <div key={sessionId} className={css.row}>
              <p className={css.what}>
                <b>
                  {accountName} · {browser}
                </b>
                <span className="muted">
                  {current
                    ? t('staff.thisBrowser')
                    : t('staff.lastSeen', { time: timeWords(lastSeenAt, Date.now(), language) })}
                </span>
              </p>
              {!current && (
                <Button size="small" disabled={busy} onClick={() => void end(sessionId)}>
                  {t('staff.signOutThere')}
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}
