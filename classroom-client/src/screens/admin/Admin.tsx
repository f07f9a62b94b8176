import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LookSwitch } from '../../ui/LookSwitch.tsx';
import { WaitingPage } from '../shared/WaitingPage.tsx';
import { SignedOut } from '../staff/SignedOut.tsx';
import css from './Admin.module.css';
import { Alerts } from './Alerts.tsx';
import { PANELS } from './panels.ts';
import { tabsOf } from './tabs-of.ts';

/** What a person of the staff looks after, one tab each; which tabs there are follows from the server's own table of rights. */
export function Admin() {
  const t = useT();
  const { answer: me, reload } = useLoad(() => call('GET /api/me'));
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (!me) return <WaitingPage sentence={t('staff.loading')} />;
  if (!me.ok) return <SignedOut reason={me.reason} />;
  const tabs = tabsOf(me.account);
  const wanted = hash.startsWith('#pairing=') ? 'partners' : hash.slice(1);
  const tab = tabs.find((one) => one === wanted) ?? tabs[0] ?? 'sessions';
  const Panel = PANELS[tab];
  const leave = async () => {
    await call('POST /api/sign-out');
    location.assign('/');
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{me.school.name}</h1>
          <p className="muted">{me.account.name}</p>
        </div>
        <div className={css.tools}>
          {me.account.role !== 'assistant' && <a href="/teach">{t('staff.toTeach')}</a>}
          <a href="/pair">{t('staff.toPair')}</a>
          <LookSwitch />
          <LanguageSwitch />
          <Button look="quiet" size="small" onClick={() => void leave()}>
            {t('staff.signOut')}
          </Button>
        </div>
      </header>
      {me.account.role === 'admin' && <Alerts />}
      <div className={css.body}>
        <nav className={css.tabs} aria-label={t('staff.title')}>
          {tabs.map((one) => (
            <a key={one} href={`#${one}`} className={css.tab} aria-current={one === tab ? 'page' : undefined}>
              {t(`staff.tab_${one}`)}
            </a>
          ))}
        </nav>
        <main className={css.panel}>
          <Panel me={me} onMeChanged={reload} />
        </main>
      </div>
    </div>
  );
}
