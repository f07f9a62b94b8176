import { type BuzzerRound, type Command, entrantKey, type Refusal, ZONES } from '@tongke/shared-types';
import { useRef, useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './BoardZones.module.css';
import type { BoardSession } from './board-session.ts';

interface Props {
  readonly round: BuzzerRound;
  readonly classroomId: string;
  /** The server's clock, ms. */
  readonly now: number;
  readonly session: Pick<BoardSession, 'timing' | 'connection'>;
}

/** [BZ9] The board of a room without tablets is its buzzer: a zone for each row or team, low enough for a child, several at once. */
export function BoardZones({ round, classroomId, now, session }: Props) {
  const t = useT();
  // By zone: until when it was locked when it was pressed. A false start since then makes it free again.
  const sent = useRef<Readonly<Record<number, number>>>({});
  const [, show] = useState(sent.current);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const { roundId, falseStarts, presses } = round;
  const lockedUntil = (zone: number) => falseStarts[entrantKey({ kind: 'zone', classroomId, zone })] ?? 0;
  const stateOf = (zone: number) => {
    if (presses.some(({ entrant }) => entrant.kind === 'zone' && entrant.zone === zone)) return 'received';
    if (sent.current[zone] === lockedUntil(zone)) return 'sending';
    return now < lockedUntil(zone) ? 'early' : 'ready';
  };
  // Two fingers may come in one instant, before anything is drawn again.
  const mark = (zone: number, until: number) => {
    sent.current = { ...sent.current, [zone]: until };
    show(sent.current);
  };
  const press = async (zone: number, timeStamp: number) => {
    if (stateOf(zone) !== 'ready') return;
    mark(zone, lockedUntil(zone));
    const stamps = session.timing.stamp(roundId, timeStamp);
    const command: Command = { type: 'buzzer.press', ...stamps, zone };
    const reply = await session.connection.send(command);
    if (reply.ok) return;
    setProblem(reply.reason);
    mark(zone, Number.NaN);
  };
  const ready = round.phase === 'armed' ? ('board.zoneSoon' as const) : ('board.zoneReady' as const);
  const words = { ready, early: 'board.zoneEarly', sending: 'common.sending', received: 'common.received' } as const;
  const zones = Array.from({ length: round.teams ?? ZONES }, (_, index) => index + 1);
  const early = zones.some((zone) => lockedUntil(zone) > 0 && stateOf(zone) === 'ready');
  return (
    <>
      <p role="status" className={css.status}>
        {problem ? problemWords(t, problem) : early && t('board.zoneEarlyLine')}
      </p>
      <div className={css.zones}>
        {zones.map((zone) => {
          const state = stateOf(zone);
          return (
            <button
              key={zone}
              type="button"
              aria-pressed={state === 'sending' || state === 'received'}
              data-state={state}
              data-open={round.phase !== 'armed'}
              className={css.zone}
              onPointerDown={({ nativeEvent }) => void press(zone, nativeEvent.timeStamp)}
              onClick={({ nativeEvent, detail }) => detail === 0 && void press(zone, nativeEvent.timeStamp)}
              onContextMenu={(event) => event.preventDefault()}
            >
              <b>{t(round.mode === 'teams' ? 'board.team' : 'board.zone', { zone })}</b>
              <span>{t(words[state])}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
