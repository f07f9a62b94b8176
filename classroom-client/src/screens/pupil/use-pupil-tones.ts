import type { Snapshot } from '@tongke/shared-types';
import { useEffect, useRef } from 'react';
import { playTone } from '../../ui/sounds.ts';

/** A tone when this pupil wins the buzzer, and one when the floor is theirs. */
export function usePupilTones(lesson: Snapshot | null): void {
  const seatId = lesson?.viewer.role === 'pupil' ? lesson.viewer.seatId : null;
  const { round, turn } = lesson?.view ?? {};
  const won = seatId !== null && round?.kind === 'buzzer' && round.order?.[0]?.seatId === seatId;
  const speaks = seatId !== null && turn?.seatId === seatId;
  useOnRise(won, () => playTone('win'));
  useOnRise(speaks, () => playTone('turn'));
}

/** Runs the effect when the value becomes true while the page is open. */
function useOnRise(value: boolean, effect: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (value && !before.current) effect();
    before.current = value;
  });
}
