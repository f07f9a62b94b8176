import {
  type ClassroomId,
  isUnderWay,
  LEAD_PEER,
  type LessonState,
  linkOf,
  type QuestionItem,
  type SeatRef,
} from '@tongke/shared-types';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { linkWords } from '../../media/link-words.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { freshCuts } from '../branch/fresh-cuts.ts';
import { waited } from '../shared/clock-words.ts';
import { SoundBlocked } from '../shared/SoundBlocked.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { ActingNotice } from './ActingNotice.tsx';
import { ApplauseNote } from './ApplauseNote.tsx';
import { BuzzerSheet } from './BuzzerSheet.tsx';
import { ClockLine } from './ClockLine.tsx';
import { ClockSheet } from './ClockSheet.tsx';
import { DeckChoice } from './DeckChoice.tsx';
import { EndSheet } from './EndSheet.tsx';
import { FloorSheet, type GivenTurn } from './FloorSheet.tsx';
import { HandsQueue } from './HandsQueue.tsx';
import css from './LiveScreen.module.css';
import { MicrophoneLine } from './MicrophoneLine.tsx';
import { NowStrip } from './NowStrip.tsx';
import { OwnClassSheet } from './OwnClassSheet.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { PraiseChoices } from './PraiseChoices.tsx';
import { QuestionSheet } from './QuestionSheet.tsx';
import { ResultsPanel } from './ResultsPanel.tsx';
import { RoomGrid } from './RoomGrid.tsx';
import { RoomScreen } from './RoomScreen.tsx';
import { RoomSheet } from './RoomSheet.tsx';
import { ScoresSheet } from './ScoresSheet.tsx';
import { ScreenLine } from './ScreenLine.tsx';
import { SecondScreenSheet } from './SecondScreenSheet.tsx';
import { SecondsSheet } from './SecondsSheet.tsx';
import { ShareSheet } from './ShareSheet.tsx';
import { hasStage, TeachStage } from './TeachStage.tsx';
import { TopBar } from './TopBar.tsx';
import type { TeachProps } from './teach-props.ts';
import type { TeachSession } from './teach-session.ts';
import { TURN_SECONDS } from './turn-seconds.ts';
import { useAct } from './use-act.ts';
import { WordsPanel } from './WordsPanel.tsx';
import { WorksSheet } from './WorksSheet.tsx';

type Open =
  | {
      readonly kind:
        | 'buzzer'
        | 'question'
        | 'floor'
        | 'slides'
        | 'own'
        | 'scores'
        | 'seconds'
        | 'share'
        | 'second'
        | 'clock'
        | 'works'
        | 'end';
    }
  | { readonly kind: 'praise'; readonly seat: SeatRef }
  /** One that was prepared for the page. */
  | { readonly kind: 'question'; readonly pinned: QuestionItem }
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
  const [hand, setHand] = useState<InkHand | null>(null);
  /** The question whose results make way for the classrooms' pictures. */
  const [aside, setAside] = useState<string | null>(null);
  const { media, connection } = session;
  const { busy, problem, act, forget } = useAct(connection.send);
  const link = useMedia(media.store, (state) => state.link);
  /** The shared screen of a classroom that makes way for the classrooms' pictures, by when it was shared. */
  const [screenAside, setScreenAside] = useState<number | null>(null);
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
  const roomScreen = view.screen && view.screen.peerId !== LEAD_PEER ? view.screen : null;
  const seen = roomScreen && roomScreen.since !== screenAside ? roomScreen : null;
  const results = counted && counted.roundId !== aside ? counted : null;
  const stage = hasStage(view) && !results && !seen;
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
        onSeconds={() => setOpen({ kind: 'seconds' })}
        onEnd={() => setOpen({ kind: 'end' })}
      />
      <ApplauseNote view={view} now={now} />
      <div className={css.notices}>
        <LinkBanner link={screen.link} onRetry={() => connection.retry()} />
        <SoundBlocked voices={media.voices} />
        <ActingNotice view={view} onTakeBack={() => void act({ type: 'lead.take-back' })} />
        {freshCuts(view.branches, now).map(({ classroomId, ms, turns, rounds }) => (
          <Notice
            key={`${classroomId} ${ms}`}
            action={<Button onClick={() => show({ kind: 'room', id: classroomId })}>{t('teach.results')}</Button>}
          >
            {t('branch.room', { classroom: view.classrooms[classroomId]?.name ?? '', time: waited(ms), turns, rounds })}
          </Notice>
        ))}
        {problem && (
          <Notice tone="danger" action={<Button onClick={forget}>{t('common.ok')}</Button>}>
            {problemWords(t, problem)}
          </Notice>
        )}
      </div>
      <main className={classNames(css.main, stage && css.withSlides, stage && hand && css.drawing)}>
        <div className={css.left}>
          <OwnPicture media={media} />
          <MicrophoneLine media={media} />
          <div className={css.tools}>
            <ScreenLine
              {...{ view, media }}
              act={props.act}
              onShare={() => setOpen({ kind: 'share' })}
              onSecond={() => setOpen({ kind: 'second' })}
              onSee={roomScreen && !seen ? () => setScreenAside(null) : null}
            />
            <Button size="small" onClick={() => setOpen({ kind: 'works' })}>
              {view.works.tray.length > 0
                ? t('works.buttonCount', { count: view.works.tray.length })
                : t('works.button')}
            </Button>
            {view.clock ? (
              <ClockLine clock={view.clock} now={now} act={props.act} />
            ) : (
              <Button size="small" onClick={() => setOpen({ kind: 'clock' })}>
                {t('clock.button')}
              </Button>
            )}
          </div>
          <HandsQueue {...props} onClear={() => void act({ type: 'hands.clear' })} />
          <div className={css.words}>
            <WordsPanel
              {...{ view, names, now }}
              send={connection.send}
              onRoom={(id) => setOpen({ kind: 'room', id })}
            />
          </div>
        </div>
        {stage && (
          <TeachStage
            {...{ view, names, session }}
            link={screen.link}
            chosen={hand}
            onHand={setHand}
            act={(command) => void act(command)}
            onQuestion={round ? null : (pinned) => show({ kind: 'question', pinned })}
          />
        )}
        {results ? (
          <ResultsPanel {...props} round={results} onPictures={() => setAside(results.roundId)} />
        ) : seen ? (
          <RoomScreen {...{ view, media }} screen={seen} onPictures={() => setScreenAside(seen.since)} />
        ) : (
          <RoomGrid
            view={view}
            names={names}
            now={now}
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
        onPraise={(seat) => show({ kind: 'praise', seat })}
        onSlides={() => show({ kind: 'slides' })}
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
          first={'pinned' in open ? open.pinned : null}
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
      {open?.kind === 'slides' && (
        <DeckChoice
          slide={view.slide}
          papers={view.papers}
          onChoose={(command) => {
            setOpen(null);
            void act(command);
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'own' && own && (
        <OwnClassSheet
          {...{ view, names, now, addresses: screen.addresses }}
          room={own}
          send={connection.send}
          onClose={close}
        />
      )}
      {open?.kind === 'scores' && <ScoresSheet view={view} act={(command) => void act(command)} onClose={close} />}
      {open?.kind === 'seconds' && <SecondsSheet {...{ view, act }} onClose={close} />}
      {open?.kind === 'clock' && (
        <ClockSheet
          onClose={close}
          onStart={(seconds) => {
            setOpen(null);
            void act({ type: 'clock.start', seconds });
          }}
        />
      )}
      {open?.kind === 'praise' && (
        <Sheet title={t('cheer.praise')} onClose={close}>
          <PraiseChoices {...{ view, names, act }} seat={open.seat} onDone={() => setOpen(null)} />
        </Sheet>
      )}
      {open?.kind === 'works' && (
        <WorksSheet {...{ view, names }} act={(command) => void act(command)} onClose={close} />
      )}
      {open?.kind === 'share' && <ShareSheet media={media} onShared={() => setOpen(null)} onClose={close} />}
      {open?.kind === 'second' && <SecondScreenSheet onOpened={() => setOpen(null)} onClose={close} />}
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
