import { turnOfRoom } from '@tongke/shared-types';
import { type ReactNode, useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import { freshPraise } from '../../lesson/fresh-praise.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { freshCuts } from '../branch/fresh-cuts.ts';
import { actingWords } from '../shared/acting-words.ts';
import { waited } from '../shared/clock-words.ts';
import { MediaTrouble } from '../shared/MediaTrouble.tsx';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import css from './BoardLive.module.css';
import { BoardStrip } from './BoardStrip.tsx';
import { BuzzerStage } from './BuzzerStage.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { ClockBar } from './ClockBar.tsx';
import { DrawnName } from './DrawnName.tsx';
import { LeadAway } from './LeadAway.tsx';
import { LessonStage } from './LessonStage.tsx';
import { MicrophoneNotice } from './MicrophoneNotice.tsx';
import { OwnScreenNotice } from './OwnScreenNotice.tsx';
import { OwnTurn } from './OwnTurn.tsx';
import { PenStage } from './PenStage.tsx';
import { PraiseCard } from './PraiseCard.tsx';
import { zonesOn } from './zones-on.ts';

interface Props extends BoardProps {
  readonly session: BoardSession;
  readonly screen: Pick<LessonScreen, 'link' | 'addresses'>;
  /** [BR1] The link has been gone for so long that this class may go on by itself. */
  readonly offer?: ReactNode;
}

/** The running lesson: who speaks large, or the question; a buzzer takes the whole board; the foot stays. */
export function BoardLive({ session, screen, offer, ...props }: Props) {
  const t = useT();
  const { view, room } = props;
  const [on, change] = useState(false);
  const { media } = session;
  const acting = actingWords(t, view);
  const desk = useMemo(() => inkDeskOf(session, room.classroomId), [session, room.classroomId]);
  const ownTurn = turnOfRoom(view, room.classroomId);
  const praise = freshPraise(view, props.now);
  return (
    <div className={css.screen}>
      <div className={css.notices}>
        <LinkBanner link={screen.link} onRetry={() => session.connection.retry()} />
        {freshCuts(view.branches, props.now).map(({ ms, turns, rounds }) => (
          <Notice key={ms}>{t('branch.merged', { time: waited(ms), turns, rounds })}</Notice>
        ))}
        {screen.link === 'online' && <MediaTrouble store={media.store} />}
        <OwnScreenNotice media={media} />
        <SoundBlocked voices={media.voices} />
        {ownTurn?.acceptBy === null && <MicrophoneNotice media={media} />}
      </div>
      <LessonStage
        {...{ ...props, media, desk }}
        drawn={(sheets) => <PenStage {...{ view, room, desk, link: screen.link }}>{sheets}</PenStage>}
        buzzer={(round) => (
          <BuzzerStage {...{ ...props, round }} cue={session.timing.cue} zones={zonesOn(room, on) ? session : null} />
        )}
      />
      {praise && <PraiseCard {...props} praise={praise} />}
      {view.draw && <DrawnName {...props} draw={view.draw} />}
      {view.clock && <ClockBar clock={view.clock} now={props.now} />}
      {view.leadMissed && !acting && <LeadAway {...props} />}
      {acting && (
        <p className={css.acting} role="status">
          {acting}
        </p>
      )}
      {offer}
      {ownTurn && <OwnTurn {...props} turn={ownTurn} session={session} />}
      <BoardStrip {...props} session={session} screen={screen} zones={{ on, change }} />
    </div>
  );
}
