import { LEAD_PEER, type SeatRef, type Turn } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { microphoneOf } from '../../layout/tracks-of.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './NowStrip.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';

/** Who speaks, how long still, and the way to end it: of several one by one, or all at once. */
export function TurnNow(props: TeachProps & { readonly onPraise: (seat: SeatRef) => void }) {
  const t = useT();
  const { view, now, act, onPraise } = props;
  const { mode, turns, queue } = view.floor;
  const [first] = turns;
  const follows = queue.length > 0;
  if (!first) return null;
  const praised = turns.length === 1 ? heardPupil(view, first) : null;
  const endsAt = turns.length === 1 ? (first.acceptBy ?? first.endsAt) : latest(turns);
  return (
    <div className={classNames(css.turn, (turns.length > 1 || follows || praised) && css.many)} role="status">
      {mode === 'chorus' ? (
        <b className={css.who}>{t('teach.chorusNow', { count: turns.length })}</b>
      ) : turns.length === 1 ? (
        <Speaker {...props} turn={first} />
      ) : (
        <Speakers {...props} turns={turns} />
      )}
      {endsAt !== null && <Countdown now={now} endsAt={endsAt} />}
      {praised && (
        <Button size="small" onClick={() => onPraise(praised)}>
          {t('cheer.praise')}
        </Button>
      )}
      {turns.length === 1 && mode !== 'chorus' && (
        <Button
          size={follows || praised ? 'small' : 'normal'}
          onClick={() => act({ type: 'turn.end', turnId: first.turnId })}
        >
          {t(follows ? 'teach.nextRoom' : 'teach.endTurn')}
        </Button>
      )}
      {(turns.length > 1 || follows || mode === 'chorus') && (
        <Button size="small" onClick={() => act({ type: 'floor.clear' })}>
          {t('teach.endTurns')}
        </Button>
      )}
    </div>
  );
}

function Speaker({ view, names, turn }: TeachProps & { readonly turn: Turn }) {
  const t = useT();
  const who = speakerName(t, { view, names }, turn);
  const standing = standingOf(view, turn);
  const next = view.classrooms[view.floor.queue[0] ?? '']?.name;
  return (
    <div className={css.who}>
      <b>{t(turn.anyone ? 'teach.turnOfAnyone' : turn.listen ? 'teach.turnOfListen' : 'teach.turnOf', { who })}</b>
      {(next || standing) && (
        <span className={css.short}>{next ? t('teach.thenRoom', { classroom: next }) : standing && t(standing)}</span>
      )}
    </div>
  );
}

function Speakers({ view, act, turns }: TeachProps & { readonly turns: readonly Turn[] }) {
  const t = useT();
  return (
    <div className={css.speakers}>
      {turns.map((turn) => (
        <button
          key={turn.turnId}
          type="button"
          className={css.speaker}
          aria-label={t('teach.endTurnOf', { who: view.classrooms[turn.classroomId]?.name ?? '' })}
          onClick={() => act({ type: 'turn.end', turnId: turn.turnId })}
        >
          {view.classrooms[turn.classroomId]?.name}
          {standingOf(view, turn) && '…'} <span aria-hidden="true">✕</span>
        </button>
      ))}
    </div>
  );
}

/** The pupil who speaks and is heard; null while nobody is, and for a class as a whole. */
function heardPupil(view: TeachProps['view'], turn: Turn): SeatRef | null {
  const { classroomId, seatId, number } = turn;
  return seatId !== null && number !== null && standingOf(view, turn) === null ? { classroomId, seatId, number } : null;
}

/** Why nobody is heard yet. The own class speaks into the teacher's own microphone. */
function standingOf(view: TeachProps['view'], { classroomId, acceptBy }: Turn) {
  if (acceptBy !== null) return 'teach.waitsForAssistant';
  const open = microphoneOf(view, view.classrooms[classroomId]?.own ? LEAD_PEER : classroomId) !== null;
  return open ? null : 'teach.microphoneOpening';
}

/** When the last of them ends; null where one has no end. */
function latest(turns: readonly Turn[]): number | null {
  return turns.reduce<number | null>(
    (most, { endsAt }) => (most === null || endsAt === null ? null : Math.max(most, endsAt)),
    0,
  );
}
