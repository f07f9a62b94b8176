import type { BuzzerRound } from '@tongke/shared-types';
import { useStore } from 'zustand';
import type { Timing } from '../../connection/timing/timing.ts';
import { useT } from '../../i18n/use-t.ts';
import { secondsLeft } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { BoardZones } from './BoardZones.tsx';
import css from './BuzzerStage.module.css';
import { BuzzerWon } from './BuzzerWon.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';

/** A longer question takes a smaller size, so that the whole of it stays in sight. */
const LONG_PROMPT = 40;

interface Props extends BoardProps {
  readonly round: BuzzerRound;
  /** What has come ahead of the round's start, where somebody presses here. */
  readonly cue: Timing['cue'];
  /** Where the room presses on this board: by what. */
  readonly zones: Pick<BoardSession, 'timing' | 'connection'> | null;
}

/** The whole board is the countdown, then the winner. In a room without tablets its zones are the buzzer. */
export function BuzzerStage({ round, cue: coming, zones, ...props }: Props) {
  const t = useT();
  const shown = useStore(coming);
  const { room, now } = props;
  const { roundId, order } = round;
  if (order !== null) return <BuzzerWon {...props} round={round} order={order} />;
  const cue = shown?.roundId === roundId ? shown : null;
  const armed = round.phase === 'armed' && !cue;
  const prompt = cue?.prompt ?? round.prompt;
  const pressed = Object.values(round.pressed).some((count) => count > 0);
  const line = pressed ? 'board.buzzProvisional' : zones ? 'board.buzzLineZones' : 'board.buzzLine';
  return (
    <main className={css.stage}>
      <div className={classNames(css.middle, zones && css.above)}>
        <h1 className={classNames(prompt ? css.prompt : css.call, prompt.length > LONG_PROMPT && css.long)}>
          {armed ? t('board.buzzArmed') : prompt || t('board.buzzReady')}
        </h1>
        {!armed && (
          <p role="timer" className={classNames(css.number, (zones || prompt) && css.small)}>
            {secondsLeft(now, round.closesAt ?? now)}
          </p>
        )}
        <p className={css.line} role="status">
          {t(armed ? (zones ? 'board.buzzArmedZones' : 'board.buzzArmedLine') : line)}
        </p>
      </div>
      {zones && <BoardZones key={roundId} {...{ round, now }} session={zones} classroomId={room.classroomId} />}
    </main>
  );
}
