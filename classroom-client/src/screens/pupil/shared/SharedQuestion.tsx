import { type Classroom, type QuestionRound, type Snapshot, talkUntil } from '@tongke/shared-types';
import { type ReactNode, useState } from 'react';
import { itemKey, type Outbox, type OutboxItems } from '../../../connection/outbox.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { LinkPhase } from '../../../lesson/lesson-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { answerStanding } from '../answer-standing.ts';
import { QuestionScene } from '../QuestionScene.tsx';
import { TabletFrame } from '../TabletFrame.tsx';
import { PickNames } from './PickNames.tsx';
import css from './Shared.module.css';

interface Props {
  readonly lesson: Snapshot;
  readonly room: Classroom;
  readonly round: QuestionRound;
  readonly link: LinkPhase;
  readonly outbox: OutboxItems;
  readonly now: number;
  readonly onKeep: Outbox['put'];
  /** What stands at the top while nobody answers. */
  readonly who: ReactNode;
}

/** Who answers now: one child, or a team since a moment of the server's clock. */
interface Turn {
  readonly seatIds: readonly string[];
  readonly since: number;
}

/** Handing round in one question: a name or a team, its answer, the next one. */
export function SharedQuestion({ lesson, room, round, link, outbox, now, onKeep, who }: Props) {
  const t = useT();
  const [turn, setTurn] = useState<Turn | null>(null);
  const itemOf = (seatIds: readonly string[]) => outbox[itemKey(round.roundId, seatIds)];
  // Names whose tablet has come meanwhile answer for themselves.
  if (!turn || turn.seatIds.some((seatId) => room.seats[seatId]?.device !== null)) {
    const pick = (seatIds: readonly string[]) => setTurn({ seatIds, since: now });
    return <PickNames {...{ lesson, room, round, link, outbox, now, who }} onPick={pick} />;
  }
  const { seatIds, since } = turn;
  const team = seatIds.length > 1;
  const asked = team ? { ...round, opensAt: talkUntil(round, since) } : round;
  const standing = answerStanding(asked, seatIds[0] ?? '', itemOf(seatIds), now);
  const given = standing.state === 'sending' || standing.state === 'received';
  const names = seatIds
    .map((seatId) => lesson.names[seatId] ?? t('common.seatNumber', { number: room.seats[seatId]?.number ?? 0 }))
    .join(t('common.listComma'));
  const foot = (
    <Button look={given ? 'next' : 'plain'} size="large" wide onClick={() => setTurn(null)}>
      {t(!given ? 'answer.backToNames' : team ? 'answer.nextTeam' : 'answer.nextPupil')}
    </Button>
  );
  return (
    <TabletFrame
      link={link}
      who={<strong className={css.names}>{team ? t('answer.teamOf', { names }) : names}</strong>}
      foot={foot}
    >
      <QuestionScene
        round={asked}
        standing={standing}
        now={now}
        who={seatIds.join('+')}
        seatIds={seatIds}
        before={now >= round.opensAt ? t('answer.talk') : undefined}
        onAnswer={(answer) =>
          onKeep({ type: 'answer.give-for', roundId: round.roundId, seatIds: [...seatIds], answer })
        }
      />
    </TabletFrame>
  );
}
