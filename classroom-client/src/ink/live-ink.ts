import { type InkPen, type InkPoint, type PeerId, type RelayedSignal, unpackPoints } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A stroke that somebody else is drawing. */
interface UnfinishedStroke {
  readonly sheet: string;
  readonly strokeId: string;
  readonly pen: InkPen;
  readonly points: readonly InkPoint[];
}

/** What is seen for a moment and kept nowhere. */
interface LiveInk {
  readonly strokes: Readonly<Record<PeerId, UnfinishedStroke>>;
  readonly laser: { readonly sheet: string; readonly at: readonly [number, number] } | null;
}

export interface LiveInkStore extends StoreApi<LiveInk> {
  readonly hear: (relayed: RelayedSignal) => void;
  readonly close: () => void;
}

/** Without another word an unfinished stroke is gone after this, and the pointer after that, ms: any signal may be lost. */
const STROKE_MS = 3_000;
const LASER_MS = 1_500;

/** [IK3] [IK9] Keeps the strokes that others are drawing, and the teacher's pointer. */
export function createLiveInk(): LiveInkStore {
  const store = createStore<LiveInk>(() => ({ strokes: {}, laser: null }));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const later = (key: string, ms: number, forget: () => void) => {
    clearTimeout(timers.get(key));
    timers.set(key, setTimeout(forget, ms));
  };
  const forget = (peerId: PeerId) => store.setState(({ strokes: { [peerId]: _, ...strokes } }) => ({ strokes }));
  return {
    ...store,
    hear({ peerId, signal }) {
      if (peerId === null) return;
      if (signal.type === 'laser') {
        const { sheet, at } = signal;
        store.setState({ laser: at && { sheet, at } });
        later('laser', LASER_MS, () => store.setState({ laser: null }));
      }
      if (signal.type !== 'ink') return;
      const { sheet, strokeId, tool, colour, width, from } = signal;
      const fresh = unpackPoints(signal.points);
      if (!fresh) return;
      const had = store.getState().strokes[peerId];
      const before = had?.strokeId === strokeId ? had.points.slice(0, from) : [];
      const stroke = { sheet, strokeId, pen: { tool, colour, width }, points: [...before, ...fresh] };
      store.setState(({ strokes }) => ({ strokes: { ...strokes, [peerId]: stroke } }));
      later(`stroke ${peerId}`, STROKE_MS, () => forget(peerId));
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
