import type { Refusal } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { browserCapture } from '../../media/capture.ts';
import { type Tried, tryDevices } from '../../media/try-devices.ts';
import { unlockSound } from '../../ui/sounds.ts';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';
import { startsByItself } from './starts-by-itself.ts';

/** The start of a board in the lobby. */
export interface Start {
  /** From the tap until the server knows; camera and microphone are tried meanwhile. */
  readonly trying: boolean;
  readonly tried: Tried | null;
  readonly problem: Refusal | null;
  readonly start: () => Promise<void>;
}

/** Unlocks sound, tries the devices and says that the board is ready: at the tap, or by itself where none is needed. */
export function useStart({ view, room }: Pick<BoardProps, 'view' | 'room'>, session: BoardSession): Start {
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const running = useRef(false);
  const withCamera = room.cameraAllowed && !room.covered;

  const start = async () => {
    if (running.current) return;
    running.current = true;
    unlockSound();
    session.media.voices.unlock();
    setProblem(null);
    setTrying(true);
    if (!room.own) setTried(await tryDevices(browserCapture({ width: 640, height: 360 }), withCamera));
    const reply = await session.connection.send({ type: 'board.ready' });
    running.current = false;
    setTrying(false);
    if (!reply.ok) setProblem(reply.reason);
  };

  const begin = useRef(start);
  begin.current = start;
  // A class that left comes back by a person's tap only.
  const waits = !room.board.ready && !room.left;
  const { lessonId } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a lesson; what changes in it meanwhile starts nothing.
  useEffect(() => {
    if (!waits) return;
    let here = true;
    const devices = room.own ? [] : withCamera ? (['camera', 'microphone'] as const) : (['microphone'] as const);
    void startsByItself(devices).then((alone) => {
      if (alone && here) void begin.current();
    });
    return () => {
      here = false;
    };
  }, [lessonId, waits]);

  return { trying, tried, problem, start };
}
