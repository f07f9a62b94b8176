import { type BuzzerRound, isHeardByRooms, openPage, turnOfRoom } from '@tongke/shared-types';
import type { ReactNode } from 'react';
import type { InkDesk } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { WorkSheets } from '../../ink/WorkSheets.tsx';
import { picturedRooms } from '../../layout/pictured-rooms.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { classNames } from '../../ui/class-names.ts';
import { ScreenPicture } from '../shared/ScreenPicture.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import css from './BoardLive.module.css';
import type { BoardProps } from './board-props.ts';
import { PeerPicture } from './PeerPicture.tsx';
import { QuestionStage } from './QuestionStage.tsx';
import { SpeakerCard } from './SpeakerCard.tsx';
import { sharedScreen } from './shared-screen.ts';
import { TeacherPicture } from './TeacherPicture.tsx';

interface Props extends BoardProps {
  readonly media: LessonMedia;
  readonly desk: InkDesk;
  /** Puts the tools of this screen, where it has any, to the page or the works, which take the hand that it gives. */
  readonly drawn: (sheets: (hand: InkHand | null) => ReactNode) => ReactNode;
  /** What is read has the whole width, and people stand below it: for a place that is hardly wider than high. */
  readonly stacked?: boolean;
  /** A buzzer takes the whole place. */
  readonly buzzer: (round: BuzzerRound) => ReactNode;
}

/** What everybody sees of the running lesson: who speaks large, or what is read, or the question with its answers beside it. */
export function LessonStage({ media, desk, drawn, buzzer, stacked = false, ...props }: Props) {
  const { view, room, names } = props;
  const { round, floor } = view;
  const ownTurn = turnOfRoom(view, room.classroomId);
  const others = floor.turns.filter((turn) => turn !== ownTurn && isHeardByRooms(view, turn.classroomId));
  const pictures = picturedRooms(view, room.classroomId);
  const works = view.works.shown.length > 0;
  const shared = sharedScreen(view, room.classroomId);
  const question = round?.kind === 'question' ? round : null;
  const page = openPage(view) !== null && !question && !works && !shared;
  // Once somebody speaks, their picture matters more than who was first.
  const buzzes = round?.kind === 'buzzer' && !((ownTurn || others.length > 0) && round.order) ? round : null;
  /** Something to be read has the stage; people stand beside it. */
  const large = works || shared !== null || page;
  const beside = question || others.length > 0 || (large && (!room.own || pictures.length > 0));
  if (buzzes) return buzzer(buzzes);
  return (
    <main className={classNames(css.main, stacked && large && !question && css.stacked)}>
      <div className={css.stage}>
        {question ? (
          <QuestionStage {...props} round={question} />
        ) : works ? (
          drawn((hand) => <WorkSheets {...{ view, desk, hand, names }} />)
        ) : shared ? (
          <ScreenPicture {...{ view, media }} screen={shared} />
        ) : page ? (
          drawn((hand) => <PageStage {...{ view, desk, hand }} />)
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
          {!room.own && (question || large || pictures.length > 0) && <TeacherPicture {...props} media={media} small />}
          {(question || large) &&
            pictures.map((classroomId) => (
              <PeerPicture key={classroomId} view={view} peerId={classroomId} media={media} />
            ))}
          {others.length > 0 && <SpeakerCard {...props} turns={others} media={media} />}
          {question && <AnswerCard {...props} round={question} />}
        </aside>
      )}
    </main>
  );
}
