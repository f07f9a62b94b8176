import { useStore } from 'zustand';
import { problemWords } from '../../api/problem-words.ts';
import { usePageKeys } from '../../deck/use-page-keys.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { joinLink } from '../../lesson/join-link.ts';
import type { LessonScreen } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import { PackLine } from '../shared/PackLine.tsx';
import css from './BoardLobby.module.css';
import { BoardSelfTest } from './BoardSelfTest.tsx';
import { BoardStrip } from './BoardStrip.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { DevicesTried } from './DevicesTried.tsx';
import { timeWords } from './time-words.ts';
import { projector } from './use-projector.ts';
import { useStart } from './use-start.ts';

interface Props extends BoardProps {
  readonly session: BoardSession;
  readonly screen: Pick<LessonScreen, 'link' | 'addresses'>;
}

/** Before the lesson, or after this class left it: what is to come, and one tap that unlocks sound and camera. */
export function BoardLobby({ view, room, names, now, session, screen }: Props) {
  const t = useT();
  const language = useLanguage();
  const { trying, tried, problem, start } = useStart({ view, room }, session);
  const direct = useStore(session.direct.tablets).length;
  const live = view.phase === 'live';
  const remote = useStore(projector);
  const waits = !room.board.ready || trying;
  usePageKeys(remote && waits ? (by) => by > 0 && void start() : null);
  const others = Object.values(view.classrooms).filter(({ classroomId }) => classroomId !== room.classroomId);

  const startLine = room.own
    ? 'board.startLineOwn'
    : room.cameraAllowed
      ? 'board.startLine'
      : 'board.startLineNoCamera';
  return (
    <div className={css.screen}>
      <LinkBanner link={screen.link} onRetry={() => session.connection.retry()} />
      <div className={css.both}>
        <main className={css.main}>
          <p className={css.muted}>
            {room.name}
            {others.length > 0 &&
              ` · ${t('board.withRooms', {
                rooms: roomNames(
                  others.map(({ name }) => name),
                  t('common.listComma'),
                ),
              })}`}
          </p>
          <h1 className={css.title}>{view.title}</h1>
          <p className={css.line}>
            {live
              ? t(room.left ? 'board.left' : 'board.lessonRuns')
              : t('board.plannedAt', { time: timeWords(view.plannedAt, now, language) })}
            {!live && <> · {t(view.leadOnline ? 'board.teacherHere' : 'board.teacherNotYet')}</>}
          </p>
          {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
          {room.board.ready && !trying ? (
            <p className={css.ready}>{t('board.readyWaiting')}</p>
          ) : (
            <>
              <Button look="next" className={css.start} disabled={trying} onClick={start}>
                {t('board.start')}
              </Button>
              <p className={css.muted}>{t(trying ? 'board.checking' : startLine)}</p>
            </>
          )}
          <PackLine pack={room.pack} className={css.muted} />
          {tried && <DevicesTried tried={tried} onRetry={start} />}
          {!live && (
            <div className={css.checks}>
              {!room.own && <BoardSelfTest {...{ view, room, session }} busy={trying} />}
              <a className={css.test} href="/test-device">
                {t('board.testDevice')}
              </a>
            </div>
          )}
        </main>
        {room.board.ready && screen.addresses && (
          <aside className={css.join}>
            <h2>{t('board.joinTitle')}</h2>
            <QrCode text={joinLink(screen.addresses, room)} label={t('board.joinQr')} className={css.qr} />
            <p>{t('board.joined', { ...presenceOf(room) })}</p>
            {direct > 0 && <p className={css.muted}>{t('branch.tabletsReady', { count: direct })}</p>}
          </aside>
        )}
      </div>
      <BoardStrip {...{ view, room, names, now, session, screen, trying }} />
    </div>
  );
}

const NAMED = 4;

function roomNames(names: readonly string[], comma: string): string {
  const more = names.length > NAMED ? ' …' : '';
  return names.slice(0, NAMED).join(comma) + more;
}
