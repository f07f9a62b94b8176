import { type Classroom, type QuestionRound, type Snapshot, TEAM_SIZE } from '@tongke/shared-types';
import { type ReactNode, useState } from 'react';
import type { OutboxItems } from '../../../connection/outbox.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { LinkPhase } from '../../../lesson/lesson-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { BigMessage } from '../BigMessage.tsx';
import { guestSeats } from '../guest-seats.ts';
import { NameGrid } from '../NameGrid.tsx';
import { TabletFrame } from '../TabletFrame.tsx';
import css from './Shared.module.css';

interface Props {
  readonly lesson: Snapshot;
  readonly room: Classroom;
  readonly round: QuestionRound;
  readonly link: LinkPhase;
  readonly outbox: OutboxItems;
  readonly now: number;
  readonly who: ReactNode;
  readonly onPick: (seatIds: readonly string[]) => void;
}

/** Whose turn is it? Names without a tablet of their own; who has answered is ticked. */
export function PickNames({ lesson, room, round, link, outbox, now, who, onPick }: Props) {
  const t = useT();
  const [team, setTeam] = useState<readonly string[] | null>(null);
  const seats = guestSeats(t, lesson, room.classroomId).filter(({ taken }) => !taken);
  const has = (seatId: string) => round.answers[seatId] !== undefined;
  const sending = Object.values(outbox).flatMap(({ command, state }) =>
    state === 'sending' && command.roundId === round.roundId && 'seatIds' in command ? command.seatIds : [],
  );
  const noteFor = (seatId: string) => {
    if (sending.includes(seatId)) return t('answer.onItsWay');
    return has(seatId) ? t('answer.hasAnswered') : null;
  };
  const toggle = (seatId: string) => {
    if (!team) return onPick([seatId]);
    if (team.includes(seatId)) setTeam(team.filter((one) => one !== seatId));
    else if (team.length < TEAM_SIZE.most) setTeam([...team, seatId]);
  };
  if (seats.length === 0) {
    return (
      <TabletFrame link={link} who={who}>
        <BigMessage mood="calm" title={t('answer.nobodyLeft')} />
      </TabletFrame>
    );
  }
  const all = seats.every(({ seatId }) => has(seatId) || sending.includes(seatId));
  const foot = (
    <div className={css.foot}>
      <Button size="large" wide onClick={() => setTeam(team ? null : [])}>
        {t(team ? 'answer.oneByOne' : 'answer.inTeams')}
      </Button>
      {team && (
        <Button look="next" size="large" wide disabled={team.length < TEAM_SIZE.least} onClick={() => onPick(team)}>
          {t('answer.teamReady', { count: team.length })}
        </Button>
      )}
    </div>
  );
  const title = team ? 'answer.chooseTeam' : all ? 'answer.allAnswered' : 'answer.whoseTurn';
  const reading = now < round.opensAt;
  const time = reading
    ? { startsAt: round.openedAt, endsAt: round.opensAt }
    : { startsAt: round.opensAt, endsAt: round.closesAt };
  return (
    <TabletFrame link={link} who={who} foot={foot}>
      <div className={css.head}>
        <Countdown now={now} {...time} />
        <h1>{t(title)}</h1>
      </div>
      <NameGrid
        seats={seats}
        sending={null}
        chosen={team ?? []}
        noteFor={noteFor}
        onTap={({ seatId }) => toggle(seatId)}
      />
    </TabletFrame>
  );
}
