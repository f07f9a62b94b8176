import type { TimingDown } from '@tongke/shared-types';
import type { Link } from './link.ts';

/** One screen's connection, as far as timing needs it. */
export interface TimingLine {
  /** Set while the screen is measured. */
  timing: Link | null;
  sendTiming(message: TimingDown): void;
  /** A ping of the WebSocket protocol, which the browser answers and no page script; false where the transport has none. The answer goes to `timing`. */
  pingFrame(payload: Uint8Array): boolean;
}
