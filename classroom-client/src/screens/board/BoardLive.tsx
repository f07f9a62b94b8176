import { isHeardByRooms, openPage, turnOfRoom } from '@tongke/shared-types';
import { type ReactNode, useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { WorkSheets } from '../../ink/WorkSheets.tsx';
import { picturedRooms } from '../../layout/pictured-rooms.ts';
import { freshPraise } from '../../lesson/fresh-praise.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { freshCuts } from '../branch/fresh-cuts.ts';
import { waited } from '../shared/clock-words.ts';
import { MediaTrouble } from '../shared/MediaTrouble.tsx';
import { ScreenPicture } from '../shared/ScreenPicture.tsx';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import css from './BoardLive.module.css';
import { BoardStrip } from './BoardStrip.tsx';
import { BuzzerStage } from './BuzzerStage.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { ClockBar } from './ClockBar.tsx';
import { DrawnName } from './DrawnName.tsx';
import { LeadAway } from './LeadAway.tsx';
import { MicrophoneNotice } from './MicrophoneNotice.tsx';
import { OwnScreenNotice } from './OwnScreenNotice.tsx';
import { OwnTurn } from './OwnTurn.tsx';
import { PeerPicture } from './PeerPicture.tsx';
import { PenStage } from './PenStage.tsx';
import { PraiseCard } from './PraiseCard.tsx';
import { QuestionStage } from './QuestionStage.tsx';
import { SpeakerCard } from './SpeakerCard.tsx';
import { sharedScreen } from './shared-screen.ts';
import { TeacherPicture } from './TeacherPicture.tsx';
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
  const acting = view.acting && view.classrooms[view.acting.classroomId];
  const { round, floor } = view;
  const desk = useMemo(() => inkDeskOf(session, room.classroomId), [session, room.classroomId]);
  const ownTurn = turnOfRoom(view, room.classroomId);
  const others = floor.turns.filter((turn) => turn !== ownTurn && isHeardByRooms(view, turn.classroomId));
  const pictures = picturedRooms(view, room.classroomId);
  const praise = freshPraise(view, props.now);
  const works = view.works.shown.length > 0;
  const shared = sharedScreen(view, room.classroomId);
  const question = round?.kind === 'question' ? round : null;
  const page = openPage(view) !== null && !question && !works && !shared;
  // Once somebody speaks, their picture matters more than who was first.
  const buzzer = round?.kind === 'buzzer' && !((ownTurn || others.length > 0) && round.order) ? round : null;
  /** Something to be read has the stage; people stand beside it. */
  const large = works || shared !== null || page;
  const beside = question || others.length > 0 || (large && (!room.own || pictures.length > 0));
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
      {buzzer ? (
        <BuzzerStage {...props} round={buzzer} session={session} zones={zonesOn(room, on)} />
      ) : (
        <main className={css.main}>
          <div className={css.stage}>
            {question ? (
              <QuestionStage {...props} round={question} />
            ) : works ? (
              <PenStage {...{ view, room, desk }} link={screen.link}>
                {(hand) => <WorkSheets {...{ view, desk, hand }} names={props.names} />}
              </PenStage>
            ) : shared ? (
              <ScreenPicture {...{ view, media }} screen={shared} />
            ) : page ? (
              <PenStage {...{ view, room, desk }} link={screen.link}>
                {(hand) => <PageStage {...{ view, desk, hand }} />}
              </PenStage>
            ) : pictures.length > 0 ? (
              pictures.map((classroomId) => (
                <PeerPicture key={classroomId} view={view} peerId={classroomId} media={media} size="large" />
              ))
            ) : (
              <TeacherPicture {...props} media={media} />
            )}
          </div>
          {beside && (
            <aside
              className={classNames(
                css.side,
                question && (others.length > 0 || shared) && css.both,
                large && !question && css.narrow,
              )}
            >
              {question && shared && (
                <ScreenPicture {...{ view, media }} screen={shared} className={classNames(css.picture, css.small)} />
              )}
              {!room.own && (question || large || pictures.length > 0) && (
                <TeacherPicture {...props} media={media} small />
              )}
              {(question || large) &&
                pictures.map((classroomId) => (
                  <PeerPicture key={classroomId} view={view} peerId={classroomId} media={media} />
                ))}
              {others.length > 0 && <SpeakerCard {...props} turns={others} media={media} />}
              {question && <AnswerCard {...props} round={question} />}
            </aside>
          )}
        </main>
      )}
      {praise && <PraiseCard {...props} praise={praise} />}
      {view.draw && <DrawnName {...props} draw={view.draw} />}
      {view.clock && <ClockBar clock={view.clock} now={props.now} />}
      {view.leadMissed && !acting && <LeadAway {...props} />}
      {acting && (
        <p className={css.acting} role="status">
          {t('leading.now', { classroom: acting.name })}
        </p>
      )}
      {offer}
      {ownTurn && <OwnTurn {...props} turn={ownTurn} session={session} />}
      <BoardStrip {...props} session={session} screen={screen} zones={{ on, change }} />
    </div>
  );
}
