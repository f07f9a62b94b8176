/** How many samples of voice really came since the look before, and when it was looked, epoch ms. */
export type VoiceLook = readonly [at: number, samples: number];

declare global {
  interface Window {
    tongkeVoice: VoiceLook[];
  }
}

/** Runs inside a page: from now on it looks about every 60 ms for voice that was decoded, what the browser made up itself left out. */
export function watchVoice(): void {
  const seen = new Map<string, number>();
  window.tongkeVoice = [];
  const look = async () => {
    let fresh = 0;
    for (const [index, connection] of window.tongkeProbe.connections.entries()) {
      if (connection.connectionState === 'closed') continue;
      (await connection.getStats()).forEach((entry) => {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
        const real = (entry.totalSamplesReceived ?? 0) - (entry.concealedSamples ?? 0);
        const stream = `${index} ${entry.id}`;
        fresh += Math.max(0, real - (seen.get(stream) ?? 0));
        seen.set(stream, real);
      });
    }
    window.tongkeVoice.push([performance.timeOrigin + performance.now(), fresh]);
    setTimeout(look, 60);
  };
  void look();
}
