/** Plays every voice that arrives, each in an element of its own so that the browser's echo canceller knows about it. */
export interface Voices {
  play(tracks: readonly MediaStreamTrack[]): void;
  /** True while the browser refuses sound because nobody has touched the page yet. */
  onBlocked(listener: (blocked: boolean) => void): () => void;
  /** Called from a tap: starts what was refused. */
  unlock(): void;
  loudspeaker(deviceId: string | null): void;
  stop(): void;
}

type Loudspeaker = HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };

/** Voices play through hidden elements of this page. */
export function createVoices(): Voices {
  const playing = new Map<MediaStreamTrack, Loudspeaker>();
  let sink: string | null = null;
  let blocked: (blocked: boolean) => void = () => undefined;

  const start = (element: Loudspeaker) =>
    element.play().then(
      () => blocked(false),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') blocked(true);
      },
    );

  const stopOne = (track: MediaStreamTrack, element: Loudspeaker) => {
    element.pause();
    element.srcObject = null;
    element.remove();
    playing.delete(track);
  };

  return {
    play(tracks) {
      for (const [track, element] of [...playing]) if (!tracks.includes(track)) stopOne(track, element);
      for (const track of tracks) {
        if (playing.has(track)) continue;
        const element: Loudspeaker = document.createElement('audio');
        element.srcObject = new MediaStream([track]);
        document.body.append(element);
        playing.set(track, element);
        if (sink !== null) void element.setSinkId?.(sink).catch(() => undefined);
        void start(element);
      }
    },
    onBlocked(listener) {
      blocked = listener;
      return () => {
        blocked = () => undefined;
      };
    },
    unlock() {
      for (const element of playing.values()) if (element.paused) void start(element);
    },
    loudspeaker(deviceId) {
      sink = deviceId;
      for (const element of playing.values()) void element.setSinkId?.(deviceId ?? '').catch(() => undefined);
    },
    stop() {
      for (const [track, element] of [...playing]) stopOne(track, element);
    },
  };
}
