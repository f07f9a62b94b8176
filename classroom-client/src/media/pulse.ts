import { entriesOf, selectedPair } from './selected-pair.ts';

/** What a connection has received so far, and how often it has asked whether the other side is there. */
export interface Heard {
  /** The pair of addresses in use: another one counts anew. */
  readonly pair: string;
  /** Bytes of media, and packets of ICE; grows with whatever arrives. */
  readonly received: number;
  /** ICE's checks that were sent. */
  readonly asked: number;
}

/** The last sign of life of a connection. */
export interface Pulse extends Heard {
  /** When it came, ms. */
  readonly at: number;
}

/** Nothing for so long is silence, where checks stayed unanswered, ms. */
const SILENT_MS = 2_000;
/** So many checks: one may be lost. Without media Chromium checks every 2.5 s, and after 2.5 s of silence many times a second. */
const UNANSWERED = 3;
/** Nothing for so long is silence in any case, also where a browser does not count its checks, ms. */
const DEAD_MS = 5_000;

/** The pulse after one more look; null says that there is no connection to look at. */
export function nextPulse(pulse: Pulse, heard: Heard | null, now: number): Pulse {
  if (!heard) return pulse;
  if (heard.pair !== pulse.pair) return { ...heard, at: pulse.at };
  return heard.received > pulse.received ? { ...heard, at: now } : pulse;
}

/** [RC1] True when nothing gets through any longer: a check of consent (RFC 7675) that does not wait for the browser's own 15 to 30 s. */
export function isSilent(pulse: Pulse, heard: Heard | null, now: number): boolean {
  const forMs = now - pulse.at;
  return forMs >= DEAD_MS || (forMs >= SILENT_MS && heard !== null && heard.asked - pulse.asked >= UNANSWERED);
}

/** What the browser's statistics say of the pair of addresses in use; null while there is none. */
export function heardOf(report: RTCStatsReport): Heard | null {
  const pair = selectedPair(entriesOf(report));
  if (!pair) return null;
  const count = (value: unknown) => Number(value ?? 0);
  return {
    pair: String(pair.id),
    received: count(pair.bytesReceived) + count(pair.responsesReceived) + count(pair.requestsReceived),
    asked: count(pair.requestsSent) + count(pair.consentRequestsSent),
  };
}
