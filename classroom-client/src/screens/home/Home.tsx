import { useT } from '../../i18n/use-t.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LookSwitch } from '../../ui/LookSwitch.tsx';
import css from './Home.module.css';

/** Each door with a drawing, on a ground of 48 by 36, of the screen that its people have before them. */
const DOORS = [
  {
    to: '/teach',
    title: 'home.teach',
    line: 'home.teachLine',
    drawing: 'M5 5h38v21H5zM1 31h46M24 10v11M18.500 15.500h11',
  },
  { to: '/board', title: 'home.board', line: 'home.boardLine', drawing: 'M2 3h44v25H2zM16 34h16M24 28v6' },
  {
    to: '/s',
    title: 'home.pupil',
    line: 'home.pupilLine',
    drawing: 'M11 2h26v32H11zM24 11a7 7 0 1 0 0 14a7 7 0 1 0 0-14',
  },
  {
    to: '/pair',
    title: 'home.assistant',
    line: 'home.assistantLine',
    drawing: 'M15 2h18v32H15zM20 18l3 3l6-7M22 30h4',
  },
] as const;

/** The page at `/`: a door for each of those who are in a lesson, and a small one for who looks after the school. */
export function Home() {
  const t = useT();
  return (
    <main className={css.home}>
      <header>
        <h1>{t('home.title')}</h1>
        <p className="muted">{t('home.line')}</p>
      </header>
      <nav className={css.doors}>
        {DOORS.map(({ to, title, line, drawing }) => (
          <a key={to} href={to} className={css.door}>
            <svg aria-hidden="true" viewBox="0 0 48 36" className={css.drawing}>
              <path d={drawing} />
            </svg>
            <strong>{t(title)}</strong>
            <span>{t(line)}</span>
          </a>
        ))}
      </nav>
      <footer className={css.foot}>
        <a href="/admin">{t('home.admin')}</a>
        <LookSwitch />
        <LanguageSwitch />
      </footer>
    </main>
  );
}
