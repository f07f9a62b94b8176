import { type PeerId, refuse } from '@tongke/shared-types';
import type { Connection } from '../connection/connect.ts';
import { createLiveInk, type LiveInkStore } from './live-ink.ts';

/** What a screen needs to show ink, and to draw. */
export interface InkDesk {
  /** Who draws here: `lead`, or the board's classroom. */
  readonly me: PeerId;
  readonly connection: Pick<Connection, 'send' | 'signal'>;
  readonly live: LiveInkStore;
}

/** The desk of a session; `me` is who draws there. */
export function inkDeskOf(
  { connection, liveInk }: { readonly connection: InkDesk['connection']; readonly liveInk: LiveInkStore },
  me: PeerId,
): InkDesk {
  return { me, connection, live: liveInk };
}

/** For screens that only look on. */
export const LOOKING_ON: InkDesk = {
  me: '',
  connection: { send: async () => refuse('not-allowed'), signal: () => undefined },
  live: createLiveInk(),
};
