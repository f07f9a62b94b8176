import type { LinkState } from '@tongke/shared-types';

/** Counters of everything received so far, from the browser's statistics. */
export interface Received {
  readonly packets: number;
  readonly lost: number;
  readonly audioPackets: number;
  readonly frames: number;
}

/** Above this share of lost packets the picture is being saved on. */
const LOSS = 0.05;

/** The state of a link in words, from two samples a few seconds apart; `expectsVideo`: a picture should be running. */
export function linkQuality(before: Received, now: Received, expectsVideo: boolean): LinkState {
  const packets = now.packets - before.packets;
  const lost = Math.max(0, now.lost - before.lost);
  if (expectsVideo && now.frames <= before.frames && now.audioPackets > before.audioPackets) return 'audio-only';
  return packets + lost > 20 && lost / (packets + lost) > LOSS ? 'saving' : 'good';
}

/** Adds up what the receive transport reports. */
export function receivedOf(report: RTCStatsReport): Received {
  const sum = { packets: 0, lost: 0, audioPackets: 0, frames: 0 };
  report.forEach((entry: Readonly<Record<string, unknown>>) => {
    if (entry.type !== 'inbound-rtp') return;
    const packets = Number(entry.packetsReceived ?? 0);
    sum.packets += packets;
    sum.lost += Number(entry.packetsLost ?? 0);
    if (entry.kind === 'audio') sum.audioPackets += packets;
    else sum.frames += Number(entry.framesDecoded ?? 0);
  });
  return sum;
}
