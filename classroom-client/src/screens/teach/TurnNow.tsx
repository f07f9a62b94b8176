import { LEAD_PEER, type Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { microphoneOf } from '../../layout/tracks-of.ts';
import { handLabel } from '../../lesson/seat-label.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import css from './NowStrip.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';

/** Who speaks, how long still, and the way to end it. */
export function TurnNow({ view, names, now, act, turn }: TeachProps & { readonly turn: Turn }) {
  const t = useT();
  const room = view.classrooms[turn.classroomId];
  const who = turn.seatId === null ? handLabel(t, { view, names }, turn) : speakerName(t, { view, names }, turn);
  // The own class speaks into the teacher's own microphone.
  const open = microphoneOf(view, room?.own ? LEAD_PEER : turn.classroomId) !== null;
  return (
    <div className={css.turn} role="status">
      <div className={css.who}>
        <b>{t('teach.turnOf', { who })}</b>
        {!open && <span>{t('teach.microphoneOpening')}</span>}
      </div>
      <Countdown now={now} endsAt={turn.endsAt} />
      <Button onClick={() => act({ type: 'turn.end', turnId: turn.turnId })}>{t('teach.endTurn')}</Button>
    </div>
  );
}
