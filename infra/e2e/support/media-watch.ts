/** What a page received since it was watched. */
export interface MediaSeen {
  /** Every stream that carried anything, as kind, SSRC and track: a stream that is made anew is another one. */
  readonly streams: readonly string[];
  /** Frames painted, in the pictures that were there at the beginning. */
  readonly frames: number;
  /** Samples of voice that really came, those that the browser made up left out. */
  readonly voice: number;
  /** The longest time without a painted frame in one of the pictures, in ms. */
  readonly pictureGapMs: number;
  /** The longest time without voice, in ms, to about a quarter of a second. */
  readonly voiceGapMs: number;
}

declare global {
  interface Window {
    tongkeSeen: () => Promise<MediaSeen>;
  }
}

/** Runs inside a page: from now on `tongkeSeen` answers what was received. */
export function watchMedia(): void {
  const streams = new Set<string>();
  let frames = 0;
  let voice = 0;
  let voiceGapMs = 0;
  let voiceAt = performance.now();
  let voiceBefore: number | null = null;
  const pictures = [...document.querySelectorAll('video')]
    .filter(({ srcObject }) =>
      window.tongkeProbe.remote.some(
        (track) => srcObject instanceof MediaStream && srcObject.getTracks().includes(track),
      ),
    )
    .map((video) => {
      const picture = { paintedAt: performance.now(), gapMs: 0 };
      const painted = () => {
        const now = performance.now();
        frames += 1;
        picture.gapMs = Math.max(picture.gapMs, now - picture.paintedAt);
        picture.paintedAt = now;
        video.requestVideoFrameCallback(painted);
      };
      video.requestVideoFrameCallback(painted);
      return picture;
    });

  const look = async () => {
    let samples = 0;
    for (const connection of window.tongkeProbe.connections) {
      if (connection.connectionState === 'closed') continue;
      (await connection.getStats()).forEach((entry) => {
        if (entry.type !== 'inbound-rtp' || !entry.packetsReceived) return;
        if (window.tongkeProbe.measures(entry.trackIdentifier)) return;
        streams.add(`${entry.kind} ${entry.ssrc} ${entry.trackIdentifier}`);
        samples += (entry.totalSamplesReceived ?? 0) - (entry.concealedSamples ?? 0);
      });
    }
    const now = performance.now();
    if (voiceBefore !== null && samples > voiceBefore) {
      voice += samples - voiceBefore;
      voiceGapMs = Math.max(voiceGapMs, now - voiceAt);
      voiceAt = now;
    }
    voiceBefore = samples;
  };
  setInterval(look, 250);

  window.tongkeSeen = async () => {
    await look();
    const now = performance.now();
    return {
      streams: [...streams].sort(),
      frames,
      voice,
      // What has not come back by now is a gap as well; without a picture nothing was ever painted.
      pictureGapMs:
        pictures.length === 0
          ? now
          : Math.max(...pictures.map(({ gapMs, paintedAt }) => Math.max(gapMs, now - paintedAt))),
      voiceGapMs: Math.max(voiceGapMs, now - voiceAt),
    };
  };
}
