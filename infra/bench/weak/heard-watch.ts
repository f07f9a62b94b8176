/** What was played since the look before, in samples: all, and those that the browser made up. */
export type HeardLook = readonly [at: number, samples: number, madeUp: number];

declare global {
  interface Window {
    tongkeHeard: HeardLook[];
  }
}

/** Runs inside a page: about every 60 ms it looks at the voice that the loudspeaker plays, whichever stream that is. */
export function watchHeard(): void {
  const counted = new Map<string, readonly [samples: number, madeUp: number]>();
  window.tongkeHeard = [];
  const look = async () => {
    const played = [...document.querySelectorAll('audio')]
      .filter(({ paused, muted, srcObject }) => !paused && !muted && srcObject instanceof MediaStream)
      .flatMap(({ srcObject }) => (srcObject as MediaStream).getAudioTracks().map(({ id }) => id));
    let [samples, madeUp] = [0, 0];
    for (const connection of window.tongkeProbe.connections) {
      if (connection.connectionState === 'closed') continue;
      (await connection.getStats()).forEach((entry) => {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
        const now = [entry.totalSamplesReceived ?? 0, entry.concealedSamples ?? 0] as const;
        const before = counted.get(entry.trackIdentifier) ?? now;
        counted.set(entry.trackIdentifier, now);
        if (entry.trackIdentifier !== played.at(-1)) return;
        samples += now[0] - before[0];
        madeUp += now[1] - before[1];
      });
    }
    window.tongkeHeard.push([performance.timeOrigin + performance.now(), samples, madeUp]);
    setTimeout(look, 60);
  };
  void look();
}
