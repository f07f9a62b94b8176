import type { Snapshot } from '@tongke/shared-types';
import { type ComponentProps, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { CUT_MS } from '../../branch/cut-ms.ts';
import type { Send } from '../../connection/send.ts';
import type { Tablet, TabletStage } from '../../connection/tablet.ts';
import type { TabletBranch } from '../../direct/tablet-direct.ts';
import { useT } from '../../i18n/use-t.ts';
import { freshPraise } from '../../lesson/fresh-praise.ts';
import { useLesson } from '../../lesson/use-lesson.ts';
import { useNow } from '../../lesson/use-now.ts';
import { BlobProof, seatProof } from '../../photo/blob-proof.ts';
import { BoardWay } from '../../photo/blob-way.ts';
import { later } from '../../ui/later.ts';
import { unlockSound } from '../../ui/sounds.ts';
import { Working } from '../../ui/Working.tsx';
import { useLasting } from '../shared/use-lasting.ts';
import { BigMessage } from './BigMessage.tsx';
import { ClosedScreen } from './ClosedScreen.tsx';
import type { CodeScreen } from './CodeScreen.tsx';
import { GuestScreen } from './GuestScreen.tsx';
import { PupilScreen } from './PupilScreen.tsx';
import { SharedTablet } from './SharedTablet.tsx';
import { TabletFrame } from './TabletFrame.tsx';
import { usePupilTones } from './use-pupil-tones.ts';

/** Only tablets without the QR's address download it. */
const codePart = later(() => import('./CodeScreen.tsx'));

/** Rarely read, and nobody is refused anything before the page is there. */
const refusalPart = later(() => import('./refusal-part.ts'));

/** The tablet's page: which screen its line to the lesson calls for. */
export function TabletApp({ tablet }: { readonly tablet: Tablet }) {
  const stage = useStore(tablet.stage);
  refusalPart.use();
  useEffect(() => {
    addEventListener('pointerdown', unlockSound);
    return () => removeEventListener('pointerdown', unlockSound);
  }, []);
  if (stage.kind === 'code') {
    return <LateCode key={stage.problem} problem={stage.problem} onJoin={tablet.join} />;
  }
  return <InLesson tablet={tablet} line={stage} />;
}

function LateCode(props: ComponentProps<typeof CodeScreen>) {
  const part = codePart.use();
  return part && <part.CodeScreen {...props} />;
}

interface Props {
  readonly tablet: Tablet;
  readonly line: Extract<TabletStage, { kind: 'lesson' }>;
}

function InLesson({ tablet, line: { connection, outbox, timing } }: Props) {
  const t = useT();
  const screen = useLesson(connection.store, (all) => all);
  const items = useStore(outbox.items);
  const cue = useStore(timing.cue);
  const { lesson, link, reason, waiting } = screen;
  const branch = useStore(tablet.branch);
  const gone = useLasting(link === 'lost', CUT_MS);
  const view = branch?.view ?? lesson?.view;
  const counting = Boolean(
    view && (view.round ?? view.floor.turns[0] ?? view.clock ?? freshPraise(view, connection.serverNow())),
  );
  const now = useNow(connection.serverNow, counting);
  const lessonId = lesson?.lessonId ?? '';
  const proof = useMemo(() => seatProof(lessonId, tablet.memory.deviceKey), [lessonId, tablet]);
  usePupilTones(branch ? null : lesson, items, link);

  if (link === 'closed' && reason) {
    const reload = () => location.reload();
    return <ClosedScreen reason={reason} onAgain={tablet.again} onReload={reload} onCode={tablet.askForCode} />;
  }
  if (lesson?.viewer.role === 'pupil') {
    const send: Send = (command) => (command.type === 'seat.leave' ? tablet.leave() : connection.send(command));
    const props = { link, now, send, cue, alone: gone, outbox: items, onPress: tablet.press, onKeep: outbox.put };
    if (branch) return <OnBranch {...{ branch, lesson, link, now, send }} seat={lesson.viewer} />;
    return (
      <BlobProof.Provider value={proof}>
        <PupilScreen lesson={lesson} seat={lesson.viewer} {...props} />
      </BlobProof.Provider>
    );
  }
  if (lesson?.viewer.role === 'shared') {
    const props = { link, now, alone: gone, outbox: items, onKeep: outbox.put, onLeave: tablet.leave };
    return (
      <BlobProof.Provider value={proof}>
        <SharedTablet lesson={lesson} holder={lesson.viewer} {...props} />
      </BlobProof.Provider>
    );
  }
  if (lesson?.viewer.role === 'guest') {
    return (
      <GuestScreen
        key={lesson.lessonId}
        lesson={lesson}
        classroomId={lesson.viewer.classroomId}
        link={link}
        last={tablet.memory.last()}
        onForget={tablet.memory.forget}
        onClaim={(seatId) => connection.send({ type: 'seat.claim', seatId })}
        onRequest={(seatId) => connection.send({ type: 'seat.request', seatId })}
        onShare={(tabletId) => connection.send({ type: 'tablet.share', tabletId })}
      />
    );
  }
  if (waiting) {
    return (
      <TabletFrame link={link} who={waiting.classroomName}>
        <BigMessage mood="sleep" title={t('refusal.no-lesson-now')} />
      </TabletFrame>
    );
  }
  return (
    <TabletFrame link="online">
      <Working sentence={t('common.connecting')} longer={t('common.connectingLong')} />
    </TabletFrame>
  );
}

interface BranchProps extends Pick<ComponentProps<typeof PupilScreen>, 'lesson' | 'seat' | 'link' | 'now' | 'send'> {
  readonly branch: TabletBranch;
}

/** [BR8] [BR9] The lesson that the board of the room goes on with over a cut link: names as before, everything else the board's. */
function OnBranch({ branch: { view, outbox, picture, send }, lesson, ...props }: BranchProps) {
  const items = useStore(outbox.items);
  const shown = useMemo((): Snapshot => ({ ...lesson, view }), [lesson, view]);
  usePupilTones(shown, items, 'online');
  const press = (roundId: string) => outbox.put({ type: 'buzzer.press', roundId, shown: null, pressed: 0 });
  return (
    <BoardWay.Provider value={picture}>
      <PupilScreen
        {...props}
        {...{ withBoard: true, cue: null, outbox: items, onPress: press, onKeep: outbox.put }}
        lesson={shown}
        send={(command) => (command.type === 'seat.leave' ? props.send : send)(command)}
      />
    </BoardWay.Provider>
  );
}
