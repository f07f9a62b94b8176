import { turnOfRoom } from '@tongke/shared-types';
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { usePageKeys } from '../../deck/use-page-keys.ts';
import { useT } from '../../i18n/use-t.ts';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { BareScreen } from '../../ui/bare-screen.ts';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { freshCuts } from '../branch/fresh-cuts.ts';
import { waited } from '../shared/clock-words.ts';
import { MediaTrouble } from '../shared/MediaTrouble.tsx';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import css from './BoardLive.module.css';
import { BoardStrip } from './BoardStrip.tsx';
import { BuzzerStage } from './BuzzerStage.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { LeadAway } from './LeadAway.tsx';
import { LessonNotes } from './LessonNotes.tsx';
import { LessonStage } from './LessonStage.tsx';
import { MicrophoneNotice } from './MicrophoneNotice.tsx';
import { OwnScreenNotice } from './OwnScreenNotice.tsx';
import { OwnTurn } from './OwnTurn.tsx';
import { PenStage } from './PenStage.tsx';
import { projector, useProjector } from './use-projector.ts';
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
  const desk = useMemo(() => inkDeskOf(session, room.classroomId), [session, room.classroomId]);
  const ownTurn = turnOfRoom(view, room.classroomId);
  const bare = useProjector();
  const remote = useStore(projector);
  const { send } = session.connection;
  usePageKeys(remote ? (by) => void keyed(by) : null);
  return (
    <BareScreen.Provider value={bare}>
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
          drawn={(sheets) => <PenStage {...{ view, room, desk, bare, link: screen.link }}>{sheets}</PenStage>}
          buzzer={(round) => (
            <BuzzerStage
              {...{ ...props, round }}
              cue={session.timing.cue}
              zones={zonesOn(room, on) && !remote ? session : null}
            />
          )}
        />
        <LessonNotes {...props} />
        {view.leadMissed && !view.acting && <LeadAway {...props} />}
        {offer}
        {ownTurn && <OwnTurn {...{ ...props, media }} turn={ownTurn} send={bare ? null : session.connection.send} />}
        <BoardStrip {...{ ...props, session, screen, bare }} zones={{ on, change }} />
      </div>
    </BareScreen.Provider>
  );

  /** [SS3] What a presenter remote does: opens the microphone that waits, or turns the page where this room leads. */
  function keyed(by: number) {
    if (ownTurn && ownTurn.acceptBy !== null)
      return by > 0 ? send({ type: 'turn.accept', turnId: ownTurn.turnId }) : null;
    const { slide, acting } = view;
    if (!slide?.shown || acting?.by !== room.classroomId) return null;
    const page = Math.min(slide.pages, Math.max(1, slide.page + by));
    return page === slide.page ? null : send({ type: 'page.turn', page });
  }
}
