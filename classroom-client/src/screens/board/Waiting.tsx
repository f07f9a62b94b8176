import type { WaitingRoom } from '@tongke/shared-types';
import { useState } from 'react';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import css from './Calm.module.css';
import { timeWords } from './time-words.ts';

interface Props {
  readonly room: WaitingRoom;
  readonly link: LinkPhase;
  readonly onRetry: () => void;
  readonly onPairAgain: () => void;
}

/** Between lessons: which class this is, what comes next, and whether the link stands. */
export function Waiting({ room, link, onRetry, onPairAgain }: Props) {
  const t = useT();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <main className={css.screen}>
      <LanguageSwitch className={css.corner} />
      <p className={css.muted}>{room.schoolName}</p>
      <h1 className={css.name}>{room.classroomName}</h1>
      <LinkBanner link={link} onRetry={onRetry} className={css.banner} />
      <div className={css.card}>
        {room.next ? (
          <>
            <p className={css.muted}>{t('board.nextLesson')}</p>
            <p className={css.title}>
              <b>{room.next.title}</b>
            </p>
            <p className={css.title}>{timeWords(room.next.plannedAt, Date.now(), language)}</p>
          </>
        ) : (
          <p className={css.title}>{t('board.noNext')}</p>
        )}
        <p className={css.line}>{t('board.opensItself')}</p>
      </div>
      {asking && (
        <Confirm
          question={t('board.pairAgainSure', { classroom: room.classroomName })}
          onYes={onPairAgain}
          onNo={() => setAsking(false)}
        >
          {t('board.pairAgain')}
        </Confirm>
      )}
      <footer className={css.foot}>
        <p className={css.line}>
          {t('board.link', { state: t(link === 'online' ? 'common.linkGood' : 'common.linkLost') })}
        </p>
        {!asking && <HoldButton onHeld={() => setAsking(true)}>{t('board.pairAgain')}</HoldButton>}
      </footer>
    </main>
  );
}
