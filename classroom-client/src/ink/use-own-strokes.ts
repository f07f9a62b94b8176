import {
  INK_LIMITS,
  type InkPen,
  type InkPoint,
  type InkSheet,
  packPoints,
  type Refusal,
  strokeKey,
} from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import type { InkDesk } from './ink-desk.ts';

/** What was drawn here and is not on the page yet. */
interface OwnStroke {
  readonly strokeId: string;
  readonly pen: InkPen;
  readonly points: readonly InkPoint[];
}

export interface OwnStrokes {
  readonly own: readonly OwnStroke[];
  /** Strokes that were erased here and are on the page still, by `strokeKey`. */
  readonly erased: ReadonlySet<string>;
  /** Why the last one was not taken. */
  readonly trouble: Refusal | null;
  /** The stroke under the hand as it is now. */
  readonly show: (stroke: OwnStroke) => void;
  readonly drop: (strokeId: string) => void;
  readonly keep: (sheet: string, stroke: OwnStroke, text?: string) => Promise<void>;
  /** Out of sight, while the eraser is still moving. */
  readonly hide: (keys: readonly string[]) => void;
  readonly erase: (sheet: string, keys: readonly string[]) => Promise<void>;
}

/** What is accepted is on this screen by then, ms. */
const SEEN_MS = 2_000;

/** [IK1] What the hand drew is seen at once; the page's own stroke takes its place, or the server's refusal. */
export function useOwnStrokes({ me, connection }: InkDesk, sheet: InkSheet): OwnStrokes {
  const [own, setOwn] = useState<readonly OwnStroke[]>([]);
  const [erased, setErased] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<Refusal | null>(null);
  const mounted = useRef(true);
  useEffect(
    () => () => {
      mounted.current = false;
    },
    [],
  );
  useEffect(() => {
    const there = new Set(sheet.strokes.map(strokeKey));
    setOwn((had) => (had.some(known) ? had.filter((stroke) => !known(stroke)) : had));
    // What is gone from the page may come back by an undo.
    setErased((had) =>
      [...had].every((key) => there.has(key)) ? had : new Set([...had].filter((key) => there.has(key))),
    );
    function known({ strokeId }: OwnStroke) {
      return there.has(strokeKey({ by: me, strokeId }));
    }
  }, [sheet, me]);
  const drop = (strokeId: string) => setOwn((had) => had.filter((one) => one.strokeId !== strokeId));
  const show = (stroke: OwnStroke) =>
    setOwn((had) => [...had.filter(({ strokeId }) => strokeId !== stroke.strokeId), stroke]);
  const refused = (reason: Refusal) => mounted.current && setTrouble(reason);
  return {
    own,
    erased,
    trouble,
    show,
    drop,
    keep: async (name, stroke, text) => {
      const { strokeId, pen, points } = stroke;
      if (text === undefined) show(stroke);
      setTrouble(null);
      const named = { sheet: name, strokeId, ...pen, points: packPoints(points), text: text ?? null };
      const reply = await connection.send({ type: 'ink.draw', ...named });
      if (!reply.ok) refused(reply.reason);
      // Long enough for the event to be here; a stroke that was erased meanwhile never comes.
      setTimeout(() => mounted.current && drop(strokeId), reply.ok ? SEEN_MS : 0);
    },
    hide: (keys) => setErased((had) => new Set([...had, ...keys])),
    erase: async (name, keys) => {
      setTrouble(null);
      for (let from = 0; from < keys.length; from += INK_LIMITS.erased) {
        const strokes = keys.slice(from, from + INK_LIMITS.erased);
        const reply = await connection.send({ type: 'ink.erase', sheet: name, strokes });
        if (!reply.ok) refused(reply.reason);
      }
      // Refused, they are seen again.
      setTimeout(() => mounted.current && setErased(new Set()), keys.length > 0 ? SEEN_MS : 0);
    },
  };
}
