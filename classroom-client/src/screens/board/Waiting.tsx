import type { WaitingRoom } from '@tongke/shared-types';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import css from './Calm.module.css';
import { timeWords } from './time-words.ts';

interface Props {
  readonly room: WaitingRoom;
  readonly onPairAgain: () => void;
}

/** Between lessons: which class this is, and what comes next. */
export function Waiting({ room, onPairAgain }: Props) {
  const t = useT();
  const language = useLanguage();
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      <p className={css.muted}>{room.schoolName}</p>
      <h1 className={css.title}>{room.classroomName}</h1>
      {room.next ? (
        <>
          <p className={css.muted}>{t('board.nextLesson')}</p>
          <p className={css.line}>
            <b>{room.next.title}</b>
          </p>
          <p className={css.title}>{timeWords(room.next.plannedAt, Date.now(), language)}</p>
        </>
      ) : (
        <p className={css.line}>{t('board.noNext')}</p>
      )}
      <p className={css.muted}>{t('board.opensItself')}</p>
      <div className={css.low}>
        <HoldButton onHeld={onPairAgain}>{t('board.pairAgain')}</HoldButton>
      </div>
    </main>
  );
}
