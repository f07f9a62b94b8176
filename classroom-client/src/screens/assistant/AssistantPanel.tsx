import { type Command, can, type LessonState, type Names, type Refusal, type Role } from '@tongke/shared-types';
import { useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { HoldButton } from '../../ui/HoldButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Draws } from './ActingPage.tsx';
import css from './AssistantPanel.module.css';
import { type AssistantStep, assistantStep } from './assistant-step.ts';
import { ClapCard } from './ClapCard.tsx';
import { FirstHand } from './FirstHand.tsx';
import { HandCounts } from './HandCounts.tsx';
import { LeadCard } from './LeadCard.tsx';
import { leadOffer } from './lead-offer.ts';
import { Requests } from './Requests.tsx';
import { RoomCard } from './RoomCard.tsx';
import { RunNow } from './RunNow.tsx';
import { SeatsCard } from './SeatsCard.tsx';
import { SharedTablets } from './SharedTablets.tsx';
import { StepCard } from './StepCard.tsx';
import { WordsCard } from './WordsCard.tsx';
import { WordsHeard } from './WordsHeard.tsx';
import { WorksCard } from './WorksCard.tsx';

interface Props {
  readonly view: LessonState;
  readonly names: Names;
  readonly classroomId: string;
  /** The server's clock, ms. */
  readonly now: number;
  /** Whose rights count: the board and the phone have the same, the lead teacher fewer, for the own class. */
  readonly role: Role;
  /** Where pupils type the code, as a person reads it. */
  readonly address: string;
  readonly send: Send;
  /** Where this screen draws while its classroom leads; left out at a board, whose page itself is drawn on. */
  readonly draws?: Draws;
}

/** Nothing is to be done but to listen: where the lead is offered or held, that is the next thing. */
const IDLE: readonly AssistantStep['kind'][] = ['listen', 'handUp'];

/**
 * The assistant's controls of one classroom, the same on the board's drawer and on the paired phone: one next action
 * on top, the rest below. Sizes follow the tokens of what holds it (`--text`, `--target`, `--space-*`).
 */
export function AssistantPanel({ view, names, classroomId, now, role, address, send, draws }: Props) {
  const t = useT();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const room = view.classrooms[classroomId];
  if (!room) return null;
  const act = async (command: Command) => {
    setProblem(null);
    const reply = await send(command);
    if (!reply.ok) setProblem(reply.reason);
    return reply.ok;
  };
  const cards = { view, room, names, act };
  const step = assistantStep(view, room);
  const leads = can(role, 'lead.take') && leadOffer(view, room, now) !== null;
  const over = view.phase === 'ended';
  const silent = can(role, 'word.say') && !room.own && !room.left && !over;
  return (
    <div className={css.panel}>
      {problem && (
        <Notice
          tone="danger"
          action={
            <Button size="small" onClick={() => setProblem(null)}>
              {t('common.ok')}
            </Button>
          }
        >
          {problemWords(t, problem)}
        </Notice>
      )}
      {leads && <LeadCard {...cards} now={now} draws={draws ?? null} />}
      {!(leads && IDLE.includes(step.kind)) && <StepCard {...cards} role={role} />}
      {silent && <WordsHeard {...cards} send={send} />}
      {(role === 'phone' || role === 'board') && !over && <RunNow view={view} />}
      {!over && (
        <>
          <Requests {...cards} except={step.kind === 'request' ? step.seat?.seatId : undefined} />
          {can(role, 'buzzer.press') && <FirstHand {...cards} />}
          <HandCounts {...cards} />
          {silent && view.phase === 'live' && can(role, 'applause.give') && <ClapCard act={act} />}
          {silent && <WordsCard {...cards} />}
          {can(role, 'work.send') && view.phase === 'live' && !room.left && (
            <WorksCard {...cards} send={send} camera={role === 'phone'} />
          )}
          <SharedTablets {...cards} except={step.tablet?.tabletId} />
          <RoomCard {...cards} role={role} address={address} />
          <SeatsCard {...cards} />
          {can(role, 'classroom.leave') && view.phase === 'live' && !room.left && (
            <section className={css.card} aria-label={t('assistant.leave')}>
              <p className="muted">{t('assistant.leaveHint')}</p>
              <HoldButton look="danger" onHeld={() => act({ type: 'classroom.leave' })}>
                {t('assistant.leave')}
              </HoldButton>
            </section>
          )}
        </>
      )}
    </div>
  );
}
