/** Counters of the voices that were received so far, in audio samples. */
export interface Heard {
  readonly samples: number;
  /** Made up because nothing had come, without those that were silent anyway. */
  readonly concealed: number;
}

/** Adds up what the receive transport reports of voices; browsers that do not count are silent about it. */
export function heardOf(report: RTCStatsReport): Heard {
  const sum = { samples: 0, concealed: 0 };
  report.forEach((entry: Readonly<Record<string, unknown>>) => {
    if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
    sum.samples += Number(entry.totalSamplesReceived ?? 0);
    sum.concealed += Number(entry.concealedSamples ?? 0) - Number(entry.silentConcealedSamples ?? 0);
  });
  return sum;
}

/** [WL5] The share of the voice that was made up between two reports, 0 to 1; null where no voice was played. */
export function concealmentOf(before: Heard, now: Heard): number | null {
  const samples = now.samples - before.samples;
  if (samples <= 0) return null;
  return Math.min(1, Math.max(0, now.concealed - before.concealed) / samples);
}

/** What fits on the way to the server by the browser's estimate, in bit/s; null where it has none. */
export function outgoingOf(report: RTCStatsReport): number | null {
  let outgoing: number | null = null;
  report.forEach((entry: Readonly<Record<string, unknown>>) => {
    const { type, nominated, availableOutgoingBitrate: bitrate } = entry;
    if (type === 'candidate-pair' && nominated === true && typeof bitrate === 'number') outgoing = bitrate;
  });
  return outgoing;
}
