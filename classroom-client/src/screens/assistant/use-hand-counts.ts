import type { HandCounts, HandKey, QuestionRound } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import type { RoomProps } from './room-props.ts';

interface Counting {
  readonly counts: HandCounts;
  readonly change: (key: HandKey, by: number) => void;
}

const PAUSE_MS = 400;

/** Hand counts that follow the finger at once and are sent when it rests; what the lesson says is shown again after that. */
export function useHandCounts(round: QuestionRound, classroomId: string, act: RoomProps['act']): Counting {
  const known = round.handCounts[classroomId] ?? {};
  const [mine, setMine] = useState<HandCounts | null>(null);
  const { roundId } = round;
  const unsent = useRef<HandCounts | null>(null);
  const send = useRef(act);
  send.current = act;

  useEffect(() => {
    if (!mine) return;
    const timer = setTimeout(async () => {
      unsent.current = null;
      await send.current({ type: 'handcount.set', classroomId, roundId, counts: mine });
      // Tapped again meanwhile: that one is still to be sent.
      setMine((now) => (now === mine ? null : now));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [mine, classroomId, roundId]);

  // Who closes the drawer right after the last tap has counted that hand too.
  useEffect(
    () => () => {
      const counts = unsent.current;
      unsent.current = null;
      if (counts) void send.current({ type: 'handcount.set', classroomId, roundId, counts });
    },
    [classroomId, roundId],
  );

  const counts = mine ?? known;
  return {
    counts,
    change: (key, by) => {
      const next = { ...counts, [key]: Math.max(0, (counts[key] ?? 0) + by) };
      unsent.current = next;
      setMine(next);
    },
  };
}
