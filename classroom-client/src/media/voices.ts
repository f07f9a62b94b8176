import { MOST_TURNS } from '@tongke/shared-types';

/** Plays every voice that arrives, each in an element of its own so that the browser's echo canceller knows about it. */
export interface Voices {
  play(tracks: readonly MediaStreamTrack[]): void;
  /** [AU3] How loud each of them is played from now on, 0 to 1. */
  volume(of: (track: MediaStreamTrack) => number): void;
  /** True while the browser refuses sound because nobody has touched the page yet. */
  onBlocked(listener: (blocked: boolean) => void): () => void;
  /** Starts again what the system stopped while the device slept. */
  resume(): void;
  /** Called from a tap: starts what was refused. */
  unlock(): void;
  loudspeaker(deviceId: string | null): void;
  stop(): void;
}

type Loudspeaker = HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };

/** The teacher and a panel: as many voices as a screen plays at once. */
const VOICES = 1 + MOST_TURNS.panel;

/** A voice that has not begun after this long, in ms, has nothing to play yet: what it replaces ends all the same. */
const START_MS = 500;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Voices play through hidden elements of this page, which are kept: a browser may ask for a tap for each new element. */
export function createVoices(): Voices {
  const playing = new Map<MediaStreamTrack, Loudspeaker>();
  const resting: Loudspeaker[] = [];
  let wanted: readonly MediaStreamTrack[] = [];
  let sink: string | null = null;
  let blocked: (blocked: boolean) => void = () => undefined;

  const start = (element: Loudspeaker) =>
    element.play().then(
      () => blocked(false),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') blocked(true);
      },
    );

  const made = (): Loudspeaker => {
    const element: Loudspeaker = document.createElement('audio');
    document.body.append(element);
    if (sink !== null) void element.setSinkId?.(sink).catch(() => undefined);
    return element;
  };

  const rest = (track: MediaStreamTrack, element: Loudspeaker) => {
    element.pause();
    element.srcObject = null;
    element.volume = 1;
    playing.delete(track);
    resting.push(element);
  };

  const resume = () => {
    for (const element of playing.values()) if (element.paused) void start(element);
  };

  return {
    resume,
    play(tracks) {
      wanted = tracks;
      const starts = tracks
        .filter((track) => !playing.has(track))
        .map((track) => {
          const element = resting.pop() ?? made();
          element.srcObject = new MediaStream([track]);
          playing.set(track, element);
          return start(element);
        });
      const restOthers = () => {
        for (const [track, element] of [...playing]) if (!wanted.includes(track)) rest(track, element);
      };
      // Another form of a voice begins before the one that was heard ends.
      if (starts.length > 0) void Promise.race([Promise.all(starts), pause(START_MS)]).then(restOthers);
      else restOthers();
    },
    volume(of) {
      for (const [track, element] of playing) {
        const volume = of(track);
        if (element.volume !== volume) element.volume = volume;
      }
    },
    onBlocked(listener) {
      blocked = listener;
      return () => {
        blocked = () => undefined;
      };
    },
    unlock() {
      resume();
      while (playing.size + resting.length < VOICES) resting.push(made());
      for (const element of resting) {
        element.srcObject = new MediaStream();
        // With nothing in it, it never begins to play; being asked in a tap is what counts.
        element.play().catch(() => undefined);
      }
    },
    loudspeaker(deviceId) {
      sink = deviceId;
      for (const element of [...playing.values(), ...resting]) {
        void element.setSinkId?.(deviceId ?? '').catch(() => undefined);
      }
    },
    stop() {
      wanted = [];
      for (const [track, element] of [...playing]) rest(track, element);
      for (const element of resting.splice(0)) element.remove();
    },
  };
}
