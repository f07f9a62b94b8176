import { type Command, type Hand, turnOfRoom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { handLabel } from '../../lesson/seat-label.ts';
import { Tile } from '../../ui/Tile.tsx';
import { HandMark } from '../shared/HandMark.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { HandNote } from '../teach/HandNote.tsx';
import type { TeachProps } from '../teach/teach-props.ts';
import { TURN_SECONDS } from '../teach/turn-seconds.ts';
import { useDepartures } from '../teach/use-departures.ts';
import css from './SecondLive.module.css';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  /** A tap gives the turn. */
  readonly gives: boolean;
  readonly act: (command: Command) => Promise<boolean>;
}

/** [LD6] Raised hands, by class and number, in the order in which they went up; with the lead a tap gives the turn. */
export function SecondHands({ view, names, now, gives, act }: Props) {
  const t = useT();
  const { hands } = view;
  const rests = useTapGate(String(useDepartures(hands.map(keyOf))));
  return (
    <section className={css.card} aria-label={t('teach.hands')} aria-disabled={rests}>
      <h2>
        {t('teach.hands')} {hands.length > 0 && hands.length}
      </h2>
      {hands.length === 0 && <p className="muted">{t('teach.noHands')}</p>}
      <div className={gives ? css.hands : undefined}>
        {hands.map((hand) => {
          const { classroomId, seatId } = hand;
          const note = (
            <>
              <HandNote {...{ view, now, hand }} />
              {turnOfRoom(view, classroomId) && ` · ${t('teach.handSpeaks')}`}
            </>
          );
          const who = (
            <>
              <HandMark /> {handLabel(t, { view, names }, hand)}
            </>
          );
          if (!gives) {
            return (
              <p key={keyOf(hand)}>
                {who} <span className="muted">{note}</span>
              </p>
            );
          }
          return (
            <Tile
              key={keyOf(hand)}
              title={who}
              note={note}
              onClick={() => {
                if (!rests) void act({ type: 'turn.give', classroomId, seatId, seconds: TURN_SECONDS });
              }}
            />
          );
        })}
      </div>
    </section>
  );
}

function keyOf({ classroomId, seatId }: Hand): string {
  return `${classroomId}/${seatId ?? ''}`;
}
