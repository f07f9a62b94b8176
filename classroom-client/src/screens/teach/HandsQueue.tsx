import { type Command, type Hand, turnOfRoom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { HandMark } from '../shared/HandMark.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { HandNote } from './HandNote.tsx';
import css from './HandsQueue.module.css';
import { speakerName } from './speaker-name.ts';
import type { TeachProps } from './teach-props.ts';
import { TURN_SECONDS } from './turn-seconds.ts';
import { UnheardRoom } from './UnheardRoom.tsx';
import { useDepartures } from './use-departures.ts';

interface Props extends Omit<TeachProps, 'busy'> {
  /** Lowers all; it stands in the place of nothing else, so that every tap means it. */
  readonly onClear: () => void;
}

/**
 * Raised hands over all classrooms, in the order in which they went up, each with its waiting time and reason; a tap gives the turn, the
 * small button beside it lowers the hand. When one goes, those below move up, and for a moment no tap counts. Above them a classroom that
 * has not been heard yet.
 */
export function HandsQueue({ view, names, now, held, act, onClear }: Props) {
  const t = useT();
  const { hands, round } = view;
  const moved = useDepartures(hands.map(keyOf));
  const rests = useTapGate(String(moved));
  const tapped = (command: Command) => (rests ? undefined : act(command));
  const first = round?.kind === 'buzzer' ? round.order?.[0]?.entrant : undefined;
  const winner = first?.kind === 'seat' ? first.seatId : undefined;
  return (
    <section className={css.panel} aria-label={t('teach.hands')}>
      <header className={css.head}>
        <h2>
          {t('teach.hands')} {hands.length > 0 && hands.length}
        </h2>
        {hands.length > 0 && (
          <Button look="quiet" size="small" onClick={onClear}>
            {t('teach.clearHands')}
          </Button>
        )}
      </header>
      <div className={css.queue} data-queue aria-disabled={held || rests}>
        <UnheardRoom view={view} act={act} />
        {hands.length === 0 && <p className="muted">{t('teach.noHands')}</p>}
        <ol>
          {hands.map((hand) => {
            const { classroomId, seatId } = hand;
            const won = seatId !== null && seatId === winner;
            const speaks = turnOfRoom(view, classroomId) !== undefined;
            return (
              <li key={keyOf(hand)} className={css.row}>
                <button
                  type="button"
                  className={css.hand}
                  onClick={() => tapped({ type: 'turn.give', classroomId, seatId, seconds: TURN_SECONDS })}
                >
                  <span className={css.who}>
                    <span className={css.name}>
                      <HandMark /> {speakerName(t, { view, names }, hand)}
                    </span>
                    <span className={css.time}>
                      <HandNote view={view} now={now} hand={hand} />
                      {won && ` · ${t('teach.handWon')}`}
                      {speaks && ` · ${t('teach.handSpeaks')}`}
                    </span>
                  </span>
                  <span className={css.give}>{t('teach.floor')}</span>
                </button>
                <Button
                  look="quiet"
                  size="small"
                  className={css.lower}
                  onClick={() => tapped({ type: 'hand.lower', classroomId, seatId })}
                >
                  {t('teach.lowerHand')}
                </Button>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

function keyOf({ classroomId, seatId }: Hand): string {
  return `${classroomId}/${seatId ?? ''}`;
}
