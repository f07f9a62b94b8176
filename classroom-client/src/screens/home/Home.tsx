import { useT } from '../../i18n/use-t.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LookSwitch } from '../../ui/LookSwitch.tsx';
import css from './Home.module.css';

const DOORS = [
  { to: '/teach', title: 'home.teach', line: 'home.teachLine' },
  { to: '/board', title: 'home.board', line: 'home.boardLine' },
  { to: '/s', title: 'home.pupil', line: 'home.pupilLine' },
] as const;

/** The page at `/`: three doors, and two small ones for who looks after the school. */
export function Home() {
  const t = useT();
  return (
    <main className={css.home}>
      <header>
        <h1>{t('home.title')}</h1>
        <p className="muted">{t('home.line')}</p>
      </header>
      <nav className={css.doors}>
        {DOORS.map(({ to, title, line }) => (
          <a key={to} href={to} className={css.door}>
            <strong>{t(title)}</strong>
            <span>{t(line)}</span>
          </a>
        ))}
      </nav>
      <footer className={css.foot}>
        <a href="/admin">{t('home.admin')}</a>
        <a href="/pair">{t('home.pair')}</a>
        <LookSwitch />
        <LanguageSwitch />
      </footer>
    </main>
  );
}
