import { type ClassroomId, isUnderWay, LEAD_PEER, type LessonState, linkOf } from '@tongke/shared-types';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { linkWords } from '../../media/link-words.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { ActingNotice } from './ActingNotice.tsx';
import { BuzzerSheet } from './BuzzerSheet.tsx';
import { EndSheet } from './EndSheet.tsx';
import { FloorSheet, type GivenTurn } from './FloorSheet.tsx';
import { HandsQueue } from './HandsQueue.tsx';
import css from './LiveScreen.module.css';
import { MicrophoneLine } from './MicrophoneLine.tsx';
import { NowStrip } from './NowStrip.tsx';
import { OwnClassSheet } from './OwnClassSheet.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { QuestionSheet } from './QuestionSheet.tsx';
import { ResultsPanel } from './ResultsPanel.tsx';
import { RoomGrid } from './RoomGrid.tsx';
import { RoomSheet } from './RoomSheet.tsx';
import { ScoresSheet } from './ScoresSheet.tsx';
import { TopBar } from './TopBar.tsx';
import type { TeachProps } from './teach-props.ts';
import type { TeachSession } from './teach-session.ts';
import { TURN_SECONDS } from './turn-seconds.ts';
import { useAct } from './use-act.ts';
import { WordsPanel } from './WordsPanel.tsx';

type Open =
  | { readonly kind: 'buzzer' | 'question' | 'floor' | 'own' | 'scores' | 'end' }
  /** `listen`: a turn that is given here is heard by the teacher alone. */
  | { readonly kind: 'room'; readonly id: ClassroomId; readonly listen?: boolean };

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  readonly screen: Pick<LessonScreen, 'link' | 'addresses'>;
  readonly session: TeachSession;
}

/** The lesson as the lead teacher runs it: classrooms, own picture, and the strip that says what happens now. */
export function LiveScreen({ view, names, now, screen, session }: Props) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(null);
  /** How long the next turn from the sheet lasts, as the last one did. */
  const [seconds, setSeconds] = useState<number | null>(TURN_SECONDS);
  const [asked, setAsked] = useState<readonly string[]>([]);
  /** The question whose results make way for the classrooms' pictures. */
  const [aside, setAside] = useState<string | null>(null);
  const { media, connection } = session;
  const { busy, problem, act, forget } = useAct(connection.send);
  const link = useMedia(media.store, (state) => state.link);
  const rests = useTapGate(`${standing(view)} ${open?.kind}`);
  const held = busy || rests;
  const props: TeachProps = { view, names, now, busy, held, act: (command) => void (held ? null : act(command)) };
  const own = Object.values(view.classrooms).find((room) => room.own) ?? null;
  const near = open?.kind === 'room' ? view.classrooms[open.id] : undefined;
  const show = (next: Open) => {
    if (!held) setOpen(next);
  };
  const close = () => {
    if (!rests) setOpen(null);
  };
  const give = ({ listen = false, ...turn }: GivenTurn) => {
    setOpen(null);
    void act({ type: 'turn.give', ...turn, seconds, ...(listen && { listen }) });
  };
  const { round } = view;
  const counted = round?.kind === 'question' && !isUnderWay(round) ? round : null;
  const next = () => {
    if (held || !round) return;
    void act({ type: 'round.dismiss', roundId: round.roundId }).then((done) => done && setOpen({ kind: 'question' }));
  };
  return (
    <div className={css.screen}>
      <TopBar
        view={view}
        now={now}
        link={linkWords(t, screen.link, link, linkOf(view, LEAD_PEER).down)}
        onOwnClass={own && (() => setOpen({ kind: 'own' }))}
        onScores={() => setOpen({ kind: 'scores' })}
        onEnd={() => setOpen({ kind: 'end' })}
      />
      <div className={css.notices}>
        <LinkBanner link={screen.link} onRetry={() => connection.retry()} />
        <SoundBlocked voices={media.voices} />
        <ActingNotice view={view} onTakeBack={() => void act({ type: 'lead.take-back' })} />
        {problem && (
          <Notice tone="danger" action={<Button onClick={forget}>{t('common.ok')}</Button>}>
            {problemWords(t, problem)}
          </Notice>
        )}
      </div>
      <main className={css.main}>
        <div className={css.left}>
          <OwnPicture media={media} />
          <MicrophoneLine media={media} />
          <HandsQueue {...props} onClear={() => void act({ type: 'hands.clear' })} />
          <div className={css.words}>
            <WordsPanel
              {...{ view, names, now }}
              send={connection.send}
              onRoom={(id) => setOpen({ kind: 'room', id })}
            />
          </div>
        </div>
        {counted && counted.roundId !== aside ? (
          <ResultsPanel {...props} round={counted} onPictures={() => setAside(counted.roundId)} />
        ) : (
          <RoomGrid
            view={view}
            names={names}
            session={session}
            onOpen={(id) => setOpen({ kind: 'room', id })}
            onResults={counted && (() => setAside(null))}
          />
        )}
      </main>
      <NowStrip
        {...props}
        onBuzzer={() => show({ kind: 'buzzer' })}
        onQuestion={() => show({ kind: 'question' })}
        onNextQuestion={next}
        onFloor={() => show({ kind: 'floor' })}
      />
      {open?.kind === 'buzzer' && (
        <BuzzerSheet
          onClose={close}
          onOpen={(buzzer) => {
            setOpen(null);
            void act(buzzer);
          }}
        />
      )}
      {open?.kind === 'question' && (
        <QuestionSheet
          lessonId={view.lessonId}
          asked={asked}
          onClose={close}
          onOpen={(question, questionId) => {
            setOpen(null);
            void act(question).then((done) => done && questionId && setAsked((before) => [...before, questionId]));
          }}
        />
      )}
      {open?.kind === 'floor' && (
        <FloorSheet
          {...props}
          seconds={seconds}
          onSeconds={setSeconds}
          onClose={close}
          onGive={give}
          onRoom={(id, listen) => setOpen({ kind: 'room', id, listen })}
          onDraw={(classroomId) => {
            setOpen(null);
            void act({ type: 'name.draw', classroomId });
          }}
          onOpen={(command) => {
            setOpen(null);
            void act(command);
          }}
        />
      )}
      {open?.kind === 'own' && own && (
        <OwnClassSheet
          {...{ view, names, addresses: screen.addresses }}
          room={own}
          send={connection.send}
          onClose={close}
        />
      )}
      {open?.kind === 'scores' && <ScoresSheet view={view} act={(command) => void act(command)} onClose={close} />}
      {open?.kind === 'end' && (
        <EndSheet
          busy={busy}
          onClose={close}
          onEnd={() => void act({ type: 'lesson.end' }).then(() => setOpen(null))}
        />
      )}
      {near && (
        <RoomSheet
          {...{ view, names, media, act }}
          ask={connection.media}
          send={connection.send}
          room={near}
          onClose={close}
          onGive={(seatId) =>
            give({ classroomId: near.classroomId, seatId, listen: open?.kind === 'room' && open.listen === true })
          }
        />
      )}
    </div>
  );
}

/** What the strip offers now: with the next step another button stands in the same place. */
function standing({ round, floor, draw }: LessonState): string {
  const step =
    round?.kind === 'buzzer'
      ? `${round.order === null ? 'open' : 'decided'} ${round.current} ${round.verdicts.length}`
      : round?.phase;
  return `${round?.roundId} ${step} ${floor.turns.map(({ turnId }) => turnId)} ${draw?.drawId}`;
}
