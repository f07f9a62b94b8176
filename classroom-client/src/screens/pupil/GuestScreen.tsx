import type { CommandReply, Refusal, Snapshot } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import type { LastPupil } from '../../connection/tablet-memory.ts';
import { useT } from '../../i18n/use-t.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AskName } from './AskName.tsx';
import css from './Guest.module.css';
import { guestSeats } from './guest-seats.ts';
import { NameGrid } from './NameGrid.tsx';
import { SeatInUse } from './SeatInUse.tsx';
import { ShareAsked } from './ShareAsked.tsx';
import { TabletFrame } from './TabletFrame.tsx';

interface Props {
  readonly lesson: Snapshot;
  readonly classroomId: string;
  readonly link: LinkPhase;
  /** Who used this tablet last. */
  readonly last: LastPupil | null;
  readonly onForget: () => void;
  readonly onClaim: (seatId: string) => Promise<CommandReply>;
  readonly onRequest: (seatId: string) => Promise<CommandReply>;
  /** Asks that this tablet may be handed round, under an id of its own. */
  readonly onShare: (tabletId: string) => Promise<CommandReply>;
}

/** A tablet without a seat: whose is it? */
export function GuestScreen({ lesson, classroomId, link, last, onForget, onClaim, onRequest, onShare }: Props) {
  const t = useT();
  const [asked, setAsked] = useState(last !== null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [help, setHelp] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [denied, setDenied] = useState<'pupil.changeDenied' | 'pupil.shareDenied' | null>(null);
  const [sharing, setSharing] = useState(false);
  const [sending, setSending] = useState<string | null>(null);

  const seats = guestSeats(t, lesson, classroomId);
  const known = asked ? seats.find(({ seatId, taken }) => seatId === last?.seatId && !taken) : undefined;
  const moved = last?.lessonId === '' && seats.some(({ seatId, taken }) => seatId === last.seatId && taken);
  const seat = seats.find(({ seatId }) => seatId === wanted);
  const room = lesson.view.classrooms[classroomId]?.name ?? '';

  // The request has left the lesson while this tablet still has no seat: the assistant said no.
  const requested = seat?.requested ?? false;
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (waiting && requested) setSeen(true);
    if (!waiting || requested || !seen) return;
    setWanted(null);
    setWaiting(false);
    setSeen(false);
    setDenied('pupil.changeDenied');
  }, [waiting, requested, seen]);

  // After a yes the grid stays locked until the seat itself arrives.
  const claim = async (seatId: string) => {
    if (sending !== null) return;
    setProblem(null);
    setDenied(null);
    setSending(seatId);
    const reply = await onClaim(seatId);
    if (reply.ok) return;
    setSending(null);
    if (reply.reason === 'seat/taken') setWanted(seatId);
    else setProblem(reply.reason);
  };
  const request = async (seatId: string) => {
    setWaiting(true);
    const reply = await onRequest(seatId);
    if (reply.ok) return;
    setWaiting(false);
    setProblem(reply.reason);
  };
  const back = () => {
    setWanted(null);
    setWaiting(false);
    setSeen(false);
  };

  if (seat) {
    return (
      <TabletFrame link={link} who={room}>
        <SeatInUse name={seat.label} waiting={waiting} onRequest={() => request(seat.seatId)} onBack={back} />
      </TabletFrame>
    );
  }
  if (known) {
    const no = () => {
      setAsked(false);
      onForget();
    };
    return (
      <TabletFrame link={link} who={room}>
        <AskName
          name={known.label}
          problem={problem}
          sending={sending !== null}
          onYes={() => claim(known.seatId)}
          onNo={no}
        />
      </TabletFrame>
    );
  }
  if (sharing) {
    const end = (why: Refusal | 'denied' | null) => {
      setSharing(false);
      if (why === 'denied') setDenied('pupil.shareDenied');
      else setProblem(why);
    };
    const { tablets = {} } = lesson.view.classrooms[classroomId] ?? {};
    return (
      <TabletFrame link={link} who={room}>
        <ShareAsked tablets={tablets} onShare={onShare} onEnd={end} />
      </TabletFrame>
    );
  }
  const share = () => {
    setDenied(null);
    setProblem(null);
    setSharing(true);
  };
  const foot = (
    <div className={css.foot}>
      <Button wide onClick={() => setHelp(!help)}>
        {t(help ? 'common.back' : 'pupil.notOnList')}
      </Button>
      {!help && (
        <Button wide onClick={share}>
          {t('pupil.shareTablet')}
        </Button>
      )}
    </div>
  );
  return (
    <TabletFrame link={link} who={room} foot={foot}>
      <div className={css.head}>
        <h1>{t(help ? 'pupil.askAssistant' : 'pupil.whoAreYou')}</h1>
        <p className={help ? css.help : 'muted'}>{t(help ? 'pupil.askAssistantLine' : 'pupil.tapYourName')}</p>
        {moved && !denied && <Notice tone="attention">{t('pupil.seatGone')}</Notice>}
        {denied && <Notice tone="attention">{t(denied)}</Notice>}
        {problem && <Notice tone="danger">{t(`refusal.${problem}`)}</Notice>}
      </div>
      <NameGrid
        seats={seats}
        sending={sending}
        onTap={({ seatId, taken }) => (taken ? setWanted(seatId) : claim(seatId))}
      />
    </TabletFrame>
  );
}
