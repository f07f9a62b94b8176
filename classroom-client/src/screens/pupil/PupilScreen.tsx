import type { Snapshot } from '@tongke/shared-types';
import { useState } from 'react';
import type { Outbox, OutboxItems } from '../../connection/outbox.ts';
import type { Send } from '../../connection/send.ts';
import type { ShownCue } from '../../connection/timing/timing.ts';
import { useT } from '../../i18n/use-t.ts';
import { freshPraise } from '../../lesson/fresh-praise.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { later } from '../../ui/later.ts';
import { BigMessage } from './BigMessage.tsx';
import { BuzzedScene } from './BuzzedScene.tsx';
import { BuzzerScene } from './BuzzerScene.tsx';
import { HandButton } from './HandButton.tsx';
import { LateResult, resultPart } from './LateResult.tsx';
import { ListenScene } from './ListenScene.tsx';
import { type PupilScene, pupilScene } from './pupil-scene.ts';
import { QuestionScene } from './QuestionScene.tsx';
import { SureToLeave } from './SureToLeave.tsx';
import { TabletFrame } from './TabletFrame.tsx';
import { turnOf } from './turn-of.ts';
import { WhoAmI } from './WhoAmI.tsx';

interface Props {
  readonly lesson: Snapshot;
  readonly seat: { readonly classroomId: string; readonly seatId: string };
  readonly link: LinkPhase;
  /** [BR8] [BR9] [BR14] The lesson is the board's of this room: questions, buzzers and hands, and nothing else of the server's. */
  readonly withBoard?: boolean;
  /** The link has been gone for long, and no board is in reach. */
  readonly alone?: boolean;
  readonly outbox: OutboxItems;
  readonly now: number;
  /** The cue of the buzzer, when it is on this screen. */
  readonly cue: ShownCue | null;
  /** The buzzer was pressed: its round, and the event's own `timeStamp`. */
  readonly onPress: (roundId: string, timeStamp: number) => void;
  /** Takes answers, which must not be lost. */
  readonly onKeep: Outbox['put'];
  /** The rest, straight to the lesson. */
  readonly send: Send;
}

/** Why a hand is up: few say so, and only once it is. */
export const reasonsPart = later(() => import('./hand-reasons-part.ts'));

/** Nobody has a turn before the page is there, and then this comes at once. */
const laterScenes = later(() => import('./later-scenes.ts'));

/** Works are collected now and then. */
const workPart = later(() => import('./work-part.ts'));

const WITH_HAND: readonly PupilScene['kind'][] = ['listen', 'buzzed', 'result'];

/** A pupil in the lesson: one thing at a time, filling the screen. */
export function PupilScreen({
  lesson,
  seat,
  link,
  withBoard = false,
  alone = false,
  outbox,
  now,
  cue,
  onPress,
  onKeep,
  send,
}: Props) {
  const [leaving, setLeaving] = useState(false);
  const { view, names } = lesson;
  const t = useT();
  const scene = pupilScene(view, seat, outbox, now, cue);
  resultPart.use(scene.kind === 'question');
  const work = workPart.use(scene.kind === 'work');
  const turn = turnOf(view, seat);
  const scenes = laterScenes.use();
  const onTake = () => send({ type: 'turn.take', turnId: turn?.turnId ?? '' });
  const raised = view.hands.find(({ seatId }) => seatId === seat.seatId);
  const handUp = raised !== undefined;
  const reasons = reasonsPart.use(handUp);
  const number = view.classrooms[seat.classroomId]?.seats[seat.seatId]?.number ?? 0;
  const name = names[seat.seatId] ?? t('common.seatNumber', { number });
  const hand = (
    <>
      {raised && reasons && (
        <reasons.HandReasons
          chosen={raised.reason}
          onChoose={(reason) => send({ type: 'hand.raise', reason }).then(({ ok }) => ok)}
        />
      )}
      <HandButton up={handUp} onToggle={() => send({ type: handUp ? 'hand.lower' : 'hand.raise' })} />
    </>
  );
  const classroom = view.classrooms[seat.classroomId]?.name ?? '';
  const who = <WhoAmI name={name} classroom={classroom} onChange={() => setLeaving(true)} />;

  const listening = (
    <ListenScene
      {...{ name, handUp }}
      points={view.scores[seat.seatId] ?? 0}
      teacherAway={view.leadMissed && view.acting === null && scenes !== null}
    />
  );

  const praise = freshPraise(view, now);
  const praised = praise?.seatId === seat.seatId ? praise : null;

  const won = scene.kind === 'buzzed' && (scene.own?.place === 1 || scene.called);
  const withHand = WITH_HAND.includes(scene.kind) && !won;
  const round = view.round?.kind === 'question' ? view.round : null;
  // A question that was there before may still be answered; a photo reaches nothing but the server.
  const noPhoto = withBoard && scene.kind === 'question' && round?.task.kind === 'photo';
  const follow = alone && view.phase === 'live' ? !(scene.kind === 'question' && scene.standing.open) : noPhoto;

  if (leaving && scene.kind !== 'ended') {
    const words = { sure: t('pupil.changePupilSure'), stay: t('pupil.stay'), leave: t('pupil.changePupil') };
    const offline = link === 'online' ? undefined : t('pupil.leaveLater');
    return (
      <TabletFrame link={link}>
        <SureToLeave
          {...{ words, offline }}
          onStay={() => setLeaving(false)}
          onLeave={() => send({ type: 'seat.leave' })}
        />
      </TabletFrame>
    );
  }
  if (follow) {
    return (
      <TabletFrame link={link} withBoard={withBoard} who={who}>
        <BigMessage
          mood="calm"
          title={t('pupil.followBoard')}
          line={t(noPhoto ? 'pupil.noPhoto' : 'pupil.followBoardLine')}
        />
      </TabletFrame>
    );
  }
  return (
    <TabletFrame link={link} withBoard={withBoard} who={who} foot={withHand ? hand : undefined}>
      {scenes && view.clock && <scenes.ClockBand clock={view.clock} now={now} />}
      {scenes && praised && <scenes.PraiseBand praise={praised} />}
      {turn && scene.kind !== 'speak' && scenes && <scenes.TurnBand {...{ turn, now, onTake }} />}
      {scene.kind === 'before' && (
        <BigMessage mood="calm" title={t('pupil.hello', { name })} line={t('pupil.notYet')} />
      )}
      {scene.kind === 'listen' && listening}
      {scene.kind === 'work' && (work ? <work.WorkScene {...{ view, send }} seatId={seat.seatId} /> : listening)}
      {scene.kind === 'speak' &&
        (scenes ? (
          <scenes.SpeakScene turn={scene.turn} {...{ now, onTake }} />
        ) : (
          <BigMessage mood="speak" title={t('pupil.myTurn')} />
        ))}
      {scene.kind === 'buzz' && (
        <BuzzerScene
          scene={scene}
          now={now}
          onPress={(timeStamp) => view.round && onPress(view.round.roundId, timeStamp)}
        />
      )}
      {scene.kind === 'buzzed' && <BuzzedScene lesson={lesson} scene={scene} />}
      {scene.kind === 'question' && view.round?.kind === 'question' && (
        <QuestionScene
          round={view.round}
          standing={scene.standing}
          now={now}
          who={seat.seatId}
          onAnswer={(answer) => view.round && onKeep({ type: 'answer.give', roundId: view.round.roundId, answer })}
        />
      )}
      {scene.kind === 'result' && view.round?.kind === 'question' && (
        <LateResult view={view} round={view.round} seatId={seat.seatId} verdict={scene.verdict} />
      )}
      {scene.kind === 'ended' && scenes && <scenes.EndedScene name={name} />}
    </TabletFrame>
  );
}
