import { leadsOnPage, openSheets } from '@tongke/shared-types';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import { InkTools } from '../../ink/InkTools.tsx';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { linkWords } from '../../media/link-words.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import '../board/board-sizes.css';
import { ClockBar } from '../board/ClockBar.tsx';
import { LessonStage } from '../board/LessonStage.tsx';
import { LookingBuzzer } from '../board/LookingBuzzer.tsx';
import { NOBODYS_ROOM } from '../board/nobodys-room.ts';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import type { TeachProps } from '../teach/teach-props.ts';
import { useAct } from '../teach/use-act.ts';
import { SecondHands } from './SecondHands.tsx';
import { SecondLead } from './SecondLead.tsx';
import css from './SecondLive.module.css';
import type { SecondSession } from './second-session.ts';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  /** The own account. */
  readonly me: string;
  readonly screen: Pick<LessonScreen, 'link'>;
  readonly session: SecondSession;
  readonly onBack: () => void;
}

/** [LD6] The running lesson for a second teacher: what the boards show, who raises a hand, and the lead where it is offered or held. */
export function SecondLive({ view, names, now, me, screen, session, onBack }: Props) {
  const t = useT();
  const [hand, setHand] = useState<InkHand | null>(null);
  const { connection, media } = session;
  const { problem, act, forget } = useAct(connection.send);
  const sound = useStore(session.sound);
  const link = useMedia(media.store, (state) => state.link);
  const desk = useMemo(() => inkDeskOf(session, me), [session, me]);
  const leads = leadsOnPage(view, me);
  const online = screen.link === 'online';
  const draws = leads && openSheets(view).length > 0;
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{view.title}</h1>
          <span className="muted">{t('second.you')}</span>
        </div>
        <span className="muted">{t('teach.sound', { state: linkWords(t, screen.link, link, null) })}</span>
        <LanguageSwitch />
        <Button onClick={onBack}>{t('second.leave')}</Button>
      </header>
      <div className={css.notices}>
        <LinkBanner link={screen.link} onRetry={() => connection.retry()} />
        {sound && <SoundBlocked voices={media.voices} />}
        {problem && (
          <Notice tone="danger" action={<Button onClick={forget}>{t('common.ok')}</Button>}>
            {problemWords(t, problem)}
          </Notice>
        )}
      </div>
      <div className={classNames(css.main, leads && css.leading)}>
        <div className={css.stage}>
          <div className={css.shown} data-sizes="board">
            <LessonStage
              {...{ view, names, now, media, desk }}
              stacked
              room={NOBODYS_ROOM}
              drawn={(sheets) => sheets(draws && online ? hand : null)}
              buzzer={(round) => <LookingBuzzer {...{ view, names, now, round }} room={NOBODYS_ROOM} />}
            />
            {view.clock && <ClockBar clock={view.clock} now={now} />}
          </div>
          {draws &&
            (online ? (
              <InkTools {...{ view, desk, hand }} onHand={setHand} zooms={false} writes={false} />
            ) : (
              <Notice tone="attention">{t('ink.offline')}</Notice>
            ))}
        </div>
        <aside className={css.side}>
          <SecondLead {...{ view, me, act }} />
          <SecondHands {...{ view, names, now, act }} gives={leads} />
          <section className={css.card}>
            <Switch label={t('second.sound')} on={sound} onChange={session.setSound} />
            <p className="muted">{t('second.soundLine')}</p>
          </section>
        </aside>
      </div>
    </div>
  );
}
