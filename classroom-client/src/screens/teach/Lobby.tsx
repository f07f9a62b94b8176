import type { Classroom, ClassroomId, SelfTest } from '@tongke/shared-types';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { useNow } from '../../lesson/use-now.ts';
import { linkWords } from '../../media/link-words.ts';
import { useMedia } from '../../media/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { unlockSound } from '../../ui/sounds.ts';
import { presenceOf } from '../assistant/room-of.ts';
import { PackLine } from '../shared/PackLine.tsx';
import { SelfTestLine } from '../shared/SelfTestLine.tsx';
import { useLasting } from '../shared/use-lasting.ts';
import { DeckChoice } from './DeckChoice.tsx';
import { DeviceCheck } from './DeviceCheck.tsx';
import { LeadSelfTest } from './LeadSelfTest.tsx';
import css from './Lobby.module.css';
import { OwnPicture } from './OwnPicture.tsx';
import { PrepareRow } from './PrepareRow.tsx';
import { RoomWords } from './RoomWords.tsx';
import { SecondsSheet } from './SecondsSheet.tsx';
import { isProblem } from './source-words.ts';
import type { TeachProps } from './teach-props.ts';
import type { TeachSession } from './teach-session.ts';
import { useAct } from './use-act.ts';
import { useSecondScreen } from './use-second-screen.ts';
import { WordsPanel } from './WordsPanel.tsx';

/** A microphone opens sooner, unless the browser waits for a permission, ms. */
const PATIENCE_MS = 3000;

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly screen: Pick<LessonScreen, 'link'>;
  readonly session: TeachSession;
}

/** Before the lesson: camera, microphone and loudspeaker, who is here, silent words with the assistants, and one jade button. */
export function Lobby({ view, names, screen, session: { connection, media } }: Props) {
  const t = useT();
  const { busy, problem, act } = useAct(connection.send);
  const link = useMedia(media.store, (state) => state.link);
  const microphone = useMedia(media.store, ({ own }) => own.microphone);
  const [asking, setAsking] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [naming, setNaming] = useState(false);
  const { blocked, open } = useSecondScreen();
  const seconds = Object.keys(view.seconds).length;
  const [telling, setTelling] = useState<ClassroomId | null>(null);
  const told = telling === null ? undefined : view.classrooms[telling];
  const now = useNow(connection.serverNow, view.words.length > 0, 1000);
  // A question of the browser that nobody answers leaves the microphone closed too.
  const unanswered = useLasting(microphone.state === 'starting' && !microphone.track, PATIENCE_MS);
  const silent = isProblem(microphone.state) || unanswered;
  const start = () => {
    setAsking(false);
    unlockSound();
    media.voices.unlock();
    void act({ type: 'lesson.start' });
  };
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <div className={css.titles}>
          <h1>{view.title}</h1>
          <p className="muted">{t('teach.lobbyLine')}</p>
        </div>
        <LanguageSwitch />
        <Button look="next" size="large" disabled={busy} onClick={() => (silent ? setAsking(true) : start())}>
          {t('teach.startLesson')}
        </Button>
      </header>
      <LinkBanner link={screen.link} onRetry={() => connection.retry()} />
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      <main className={css.main}>
        <div className={css.own}>
          <OwnPicture media={media} alone />
          <div className={css.network}>
            <p className="muted">{t('teach.sound', { state: linkWords(t, screen.link, link, null) })}</p>
            <LeadSelfTest view={view} session={{ connection, media }} />
          </div>
          <Card className={css.prepare}>
            <PrepareRow
              title={t('slides.title')}
              line={view.slide ? t('slides.chosen', { title: view.slide.title }) : t('slides.none')}
              button={t(view.slide ? 'slides.others' : 'slides.choose')}
              onPress={() => setChoosing(true)}
            />
            <PrepareRow
              title={t('second.title')}
              line={seconds === 0 ? t('second.none') : t('second.named', { count: seconds })}
              button={t('second.choose')}
              onPress={() => setNaming(true)}
            />
            <PrepareRow
              title={t('screen.second')}
              line={t('screen.secondLobby')}
              button={t('screen.secondOpen')}
              onPress={() => void open()}
            />
            {blocked && <Notice tone="danger">{t('screen.secondBlocked')}</Notice>}
          </Card>
        </div>
        <div className={css.side}>
          <Card>
            <DeviceCheck media={media} />
          </Card>
          <Card>
            <h2>{t('teach.whoIsHere')}</h2>
            <WordsPanel {...{ view, names, now }} send={connection.send} onRoom={setTelling} />
            <ul className={css.rooms}>
              {Object.values(view.classrooms).map((room) => (
                <li key={room.classroomId} className={css.room}>
                  <span className={css.who}>
                    <b>{room.name}</b> <span className="muted">{t('teach.present', { ...presenceOf(room) })}</span>
                  </span>
                  <span className={classNames(css.state, (room.board.ready || room.own) && css.ready)}>
                    {boardWords(t, room)}
                  </span>
                  {!room.own && (
                    <Button look="quiet" size="small" onClick={() => setTelling(room.classroomId)}>
                      {t('teach.tell')}
                    </Button>
                  )}
                  <Tested test={view.selfTests[room.classroomId]} />
                  {!room.own && <PackLine pack={room.pack} className={css.tested} />}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </main>
      {told && (
        <Sheet title={told.name} place="side" onClose={() => setTelling(null)}>
          <RoomWords {...{ view, names, act }} room={told} send={connection.send} onGive={null} />
        </Sheet>
      )}
      {choosing && (
        <DeckChoice
          slide={view.slide}
          papers={null}
          onChoose={(command) => {
            setChoosing(false);
            void act(command);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {naming && <SecondsSheet {...{ view, act }} onClose={() => setNaming(false)} />}
      {asking && (
        <Sheet title={t('teach.silentSure')} onClose={() => setAsking(false)}>
          <p>{t('teach.silentSureLine')}</p>
          <div className={css.pair}>
            <Button look="next" size="large" onClick={() => setAsking(false)}>
              {t('teach.mendFirst')}
            </Button>
            <Button size="large" onClick={start}>
              {t('teach.startSilent')}
            </Button>
          </div>
        </Sheet>
      )}
    </div>
  );
}

/** [ST5] What the room's own check before the lesson found, where there was one. */
function Tested({ test }: { readonly test: SelfTest | undefined }) {
  if (!test) return null;
  return (
    <span className={css.tested}>
      <SelfTestLine test={test} />
    </span>
  );
}

function boardWords(t: Say, { own, board }: Classroom): string {
  if (own) return t('teach.ownRoomHere');
  if (!board.online) return t('teach.boardAway');
  return board.ready ? t('teach.boardReady') : t('teach.boardHere');
}
