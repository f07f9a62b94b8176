/**
 * What was played since the look before, in samples: all, and those that the browser made up; and for how long its jitter buffer held back
 * what it played, in ms, null where it played nothing of the link.
 */
export type HeardLook = readonly [at: number, samples: number, madeUp: number, heldMs: number | null];

declare global {
  interface Window {
    tongkeHeard: HeardLook[];
  }
}

/** Runs inside a page: about every 60 ms it looks at the voice that the loudspeaker plays, whichever stream that is. */
export function watchHeard(): void {
  const counted = new Map<string, readonly [samples: number, madeUp: number, heldS: number, emitted: number]>();
  window.tongkeHeard = [];
  const look = async () => {
    const played = [...document.querySelectorAll('audio')]
      .filter(({ paused, muted, srcObject }) => !paused && !muted && srcObject instanceof MediaStream)
      .flatMap(({ srcObject }) => (srcObject as MediaStream).getAudioTracks().map(({ id }) => id));
    let [samples, madeUp, heldS, emitted] = [0, 0, 0, 0];
    for (const connection of window.tongkeProbe.connections) {
      if (connection.connectionState === 'closed') continue;
      (await connection.getStats()).forEach((entry) => {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
        const {
          totalSamplesReceived = 0,
          concealedSamples = 0,
          jitterBufferDelay = 0,
          jitterBufferEmittedCount = 0,
        } = entry;
        const now = [totalSamplesReceived, concealedSamples, jitterBufferDelay, jitterBufferEmittedCount] as const;
        const before = counted.get(entry.trackIdentifier) ?? now;
        counted.set(entry.trackIdentifier, now);
        if (entry.trackIdentifier !== played.at(-1)) return;
        samples += now[0] - before[0];
        madeUp += now[1] - before[1];
        heldS += now[2] - before[2];
        emitted += now[3] - before[3];
      });
    }
    const held = emitted > 0 ? (heldS / emitted) * 1_000 : null;
    window.tongkeHeard.push([performance.timeOrigin + performance.now(), samples, madeUp, held]);
    setTimeout(look, 60);
  };
  void look();
}
