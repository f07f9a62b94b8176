import { type CommandReply, isRevealed, isUnderWay, type Snapshot } from '@tongke/shared-types';
import { useState } from 'react';
import type { Outbox, OutboxItems } from '../../../connection/outbox.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { LinkPhase } from '../../../lesson/lesson-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { BigMessage } from '../BigMessage.tsx';
import { ClockBand } from '../ClockBand.tsx';
import { SureToLeave } from '../SureToLeave.tsx';
import { TabletFrame } from '../TabletFrame.tsx';
import { SharedQuestion } from './SharedQuestion.tsx';

interface Props {
  readonly lesson: Snapshot;
  readonly holder: { readonly classroomId: string; readonly tabletId: string };
  readonly link: LinkPhase;
  /** [BR8] The link has been gone for long. */
  readonly alone?: boolean;
  readonly outbox: OutboxItems;
  /** The server's clock, ms. */
  readonly now: number;
  /** Takes answers, which must not be lost. */
  readonly onKeep: Outbox['put'];
  readonly onLeave: () => Promise<CommandReply>;
}

/** A tablet that is handed round: between questions it waits, in a question it goes from child to child. */
export function SharedScreen({ lesson, holder, link, alone = false, outbox, now, onKeep, onLeave }: Props) {
  const t = useT();
  const [leaving, setLeaving] = useState(false);
  const { view } = lesson;
  const room = view.classrooms[holder.classroomId];
  const number = room?.tablets[holder.tabletId]?.number ?? 0;
  const question = view.phase === 'live' && view.round?.kind === 'question' ? view.round : null;
  if (leaving && view.phase !== 'ended') {
    const words = {
      sure: t('answer.stopSharingSure'),
      stay: t('answer.keepSharing'),
      leave: t('answer.stopSharing'),
    };
    return (
      <TabletFrame link={link}>
        <SureToLeave words={words} onStay={() => setLeaving(false)} onLeave={onLeave} />
      </TabletFrame>
    );
  }
  const who = (
    <>
      <strong>{t('answer.shared', { number })}</strong>
      <Button look="quiet" size="small" onClick={() => setLeaving(true)}>
        {t('answer.stopSharing')}
      </Button>
    </>
  );
  if (question && isUnderWay(question) && now < question.closesAt && room) {
    const props = { lesson, room, link, outbox, now, onKeep, who };
    return <SharedQuestion key={question.roundId} round={question} {...props} />;
  }
  const words =
    view.phase === 'ended'
      ? { title: t('pupil.lessonEnded'), line: t('pupil.canClose') }
      : view.phase === 'planned'
        ? { title: t('answer.waitTitle'), line: t('pupil.notYet') }
        : alone
          ? { title: t('pupil.followBoard'), line: t('pupil.followBoardLine') }
          : question && isRevealed(question)
            ? { title: t('answer.revealed') }
            : question
              ? { title: t('answer.closed') }
              : { title: t('answer.waitTitle'), line: t('answer.waitLine') };
  return (
    <TabletFrame link={link} who={who}>
      {view.clock && <ClockBand clock={view.clock} now={now} />}
      <BigMessage mood={view.phase === 'ended' ? 'sleep' : 'calm'} {...words} />
    </TabletFrame>
  );
}
