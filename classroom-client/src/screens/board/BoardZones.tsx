import { type BuzzerRound, ZONES } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import css from './BoardZones.module.css';

interface Props {
  readonly round: BuzzerRound;
  readonly classroomId: string;
  /** A zone was touched, with the event's own `timeStamp`. */
  readonly onPress: (zone: number, timeStamp: number) => void;
}

/** [BZ9] The board of a room without tablets is its buzzer: a zone for each row or team, low enough for a child. */
export function BoardZones({ round, classroomId, onPress }: Props) {
  const t = useT();
  const [sent, setSent] = useState<readonly number[]>([]);
  const pressed = (zone: number) =>
    sent.includes(zone) ||
    round.presses.some(
      ({ entrant }) => entrant.kind === 'zone' && entrant.classroomId === classroomId && entrant.zone === zone,
    );
  const press = (zone: number, timeStamp: number) => {
    if (pressed(zone)) return;
    setSent([...sent, zone]);
    onPress(zone, timeStamp);
  };
  return (
    <div className={css.zones}>
      {Array.from({ length: round.teams ?? ZONES }, (_, index) => index + 1).map((zone) => (
        <button
          key={zone}
          type="button"
          aria-pressed={pressed(zone)}
          className={css.zone}
          onPointerDown={({ nativeEvent }) => press(zone, nativeEvent.timeStamp)}
          onClick={({ nativeEvent }) => press(zone, nativeEvent.timeStamp)}
          onContextMenu={(event) => event.preventDefault()}
        >
          {pressed(zone) ? t('board.zonePressed') : t('board.zone', { zone })}
        </button>
      ))}
    </div>
  );
}
