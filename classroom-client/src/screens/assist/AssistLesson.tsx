import { useEffect, useMemo, useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { type Connection, connect } from '../../connection/connect.ts';
import { openWakefulSocket } from '../../connection/wakeful-socket.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { inkDeskOf } from '../../ink/ink-desk.ts';
import { createLiveInk } from '../../ink/live-ink.ts';
import { joinAddress } from '../../lesson/join-link.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { KnownPack } from '../../pack/known-pack.ts';
import { usePack } from '../../pack/use-pack.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkBanner } from '../../ui/LinkBanner.tsx';
import { Working } from '../../ui/Working.tsx';
import { AssistantPanel } from '../assistant/AssistantPanel.tsx';
import { timeWords } from '../board/time-words.ts';
import { LinkPage } from '../setup/LinkPage.tsx';
import { needsReload } from '../shared/needs-reload.ts';
import css from './AssistLesson.module.css';

interface Props {
  readonly token: string;
  readonly onUnpaired: () => void;
}

/** The paired phone from lesson to lesson. */
export function AssistLesson({ token, onUnpaired }: Props) {
  const t = useT();
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const opened = connect({ as: 'phone', token }, openWakefulSocket);
    setConnection(opened);
    return () => opened.close();
  }, [token]);
  if (!connection) return <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} />;
  return <Phases connection={connection} token={token} onUnpaired={onUnpaired} />;
}

function Phases({ connection, token, onUnpaired }: Props & { readonly connection: Connection }) {
  const t = useT();
  const language = useLanguage();
  const { lesson, waiting, link, reason, addresses } = useLesson(connection.store, (state) => state);
  const viewer = lesson?.viewer;
  const room = lesson && viewer?.role === 'phone' ? lesson.view.classrooms[viewer.classroomId] : undefined;
  const pack = usePack(token, lesson?.view ?? null);
  // Of what others are drawing a phone is told nothing before it is done.
  const [liveInk] = useState(createLiveInk);
  useEffect(() => () => liveInk.close(), [liveInk]);
  const me = room?.classroomId ?? '';
  const desk = useMemo(() => inkDeskOf({ connection, liveInk }, me), [connection, liveInk, me]);
  const now = useNow(connection.serverNow, lesson?.view.leadMissed ?? false, 1000);
  const reconnect = () => connection.retry();
  if (link === 'closed') {
    const gone = reason === 'phone/removed' || reason === 'board/removed';
    const [word, act] = gone
      ? (['common.ok', onUnpaired] as const)
      : needsReload(reason ?? 'internal')
        ? (['common.reload', () => location.reload()] as const)
        : (['common.retry', reconnect] as const);
    return (
      <LinkPage title={t('staff.assistTitle')} line={problemWords(t, reason ?? 'internal')}>
        <Button look="next" size="large" wide onClick={act}>
          {t(word)}
        </Button>
      </LinkPage>
    );
  }
  if (lesson && room) {
    // Spread, since this is a role in the lesson and not one of ARIA.
    const as = { role: 'phone' } as const;
    return (
      <main className={css.page}>
        <header className={css.head}>
          <h1>{room.name}</h1>
          <LanguageSwitch />
        </header>
        <LinkBanner link={link} onRetry={reconnect} />
        <KnownPack.Provider value={pack}>
          <AssistantPanel
            {...as}
            now={now}
            view={lesson.view}
            names={lesson.names}
            classroomId={room.classroomId}
            address={addresses ? joinAddress(addresses) : ''}
            send={connection.send}
            draws={{ desk, online: link === 'online' }}
          />
        </KnownPack.Provider>
      </main>
    );
  }
  if (waiting) {
    const line = waiting.next
      ? t('staff.nextLesson', {
          title: waiting.next.title,
          time: timeWords(waiting.next.plannedAt, Date.now(), language),
        })
      : t('staff.noNextLesson');
    return (
      <LinkPage title={waiting.classroomName} line={line}>
        <LinkBanner link={link} onRetry={reconnect} />
        <p>{t('staff.assistOpensItself')}</p>
      </LinkPage>
    );
  }
  return <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} onRetry={reconnect} />;
}
