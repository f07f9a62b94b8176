import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import plain from '../teach/Plain.module.css';

interface Props {
  readonly view: LessonState;
  readonly screen: Pick<LessonScreen, 'link'>;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** Before the lesson a second teacher has nothing to do: it opens here by itself. */
export function SecondLobby({ view, screen, onRetry, onBack }: Props) {
  const t = useT();
  const rooms = Object.values(view.classrooms);
  const here = rooms.filter(({ own, board }) => own || board.online).length;
  return (
    <main className={plain.screen}>
      <LinkBanner link={screen.link} onRetry={onRetry} />
      <h1>{view.title}</h1>
      <p className={plain.line}>{t('second.notBegun')}</p>
      <p className="muted">{t('second.roomsHere', { here, all: rooms.length })}</p>
      <Button size="large" onClick={onBack}>
        {t('teach.backToLessons')}
      </Button>
      <LanguageSwitch />
    </main>
  );
}
