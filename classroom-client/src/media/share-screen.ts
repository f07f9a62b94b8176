import type { Refusal, ScreenStyle, TrackSource } from '@tongke/shared-types';
import type { Send } from '../connection/send.ts';
import { screenEncodings } from './encodings.ts';
import type { Sending, SendTransport } from './engine.ts';
import type { MediaLink } from './media-link.ts';
import type { CaptureScreen, ScreenProblem } from './screen-capture.ts';
import { createSettler } from './settler.ts';

type ScreenSource = Extract<TrackSource, 'screen' | 'screen-sound'>;

/** What this page shares: `choosing` while the browser asks, `on` once the lesson receives it. */
export interface OwnScreen {
  readonly state: 'off' | 'choosing' | 'starting' | 'on' | ScreenProblem;
  readonly track: MediaStreamTrack | null;
}

interface Options {
  readonly capture: CaptureScreen;
  readonly tell: Send;
  readonly send: () => SendTransport | null;
  readonly ask: MediaLink['ask'];
  readonly changed: (own: OwnScreen) => void;
}

export interface ShareScreen {
  /** In a tap: the person chooses, then the lesson is asked. Answers why the lesson refuses, or null. */
  start(style: ScreenStyle): Promise<Refusal | null>;
  stop(): void;
  /** How the lesson has it: as what this page shares by the view of this version, or not at all. */
  follow(style: ScreenStyle | null, version: number): void;
  /** The lesson is over, or another page's: nothing is told. */
  drop(): void;
  closed(trackId: string): void;
  renewed(): void;
  kept(trackIds: readonly string[]): void;
}

interface Held {
  readonly style: ScreenStyle;
  readonly tracks: ReadonlyMap<ScreenSource, MediaStreamTrack>;
  /** The lesson's version from which on it says so; null while it is asked. */
  since: number | null;
}

/**
 * [SH2] [SH4] Shares a screen for as long as the lesson says that it is this page's and the captured track lives: over a lost link and a new SFU
 * without another question. It ends with the browser's own "stop sharing" too.
 */
export function createShareScreen({ capture, tell, send, ask, changed }: Options): ShareScreen {
  const sendings = new Map<ScreenSource, Sending>();
  let held: Held | null = null;
  let choosing = false;
  let stopping = false;

  const report = () => {
    const track = held?.tracks.get('screen') ?? null;
    changed({ state: track === null ? 'off' : sendings.has('screen') ? 'on' : 'starting', track });
  };

  const settle = async (): Promise<boolean> => {
    const transport = send();
    const now = held;
    if (!transport || !now || now.since === null) return true;
    for (const [source, track] of now.tracks) {
      if (sendings.has(source)) continue;
      const encodings =
        source === 'screen' ? { encodings: screenEncodings(track.getSettings().width ?? 1280, now.style) } : {};
      const sending = await transport.produce(track, { source, ...encodings });
      if (held !== now || transport !== send()) {
        sending.close();
        void ask({ type: 'media.unproduce', trackId: sending.trackId });
        return held !== now;
      }
      sendings.set(source, sending);
      report();
    }
    return true;
  };
  const settler = createSettler(settle);

  const release = () => {
    for (const sending of sendings.values()) {
      void ask({ type: 'media.unproduce', trackId: sending.trackId });
      sending.close();
    }
    sendings.clear();
    for (const track of held?.tracks.values() ?? []) {
      track.onended = null;
      track.stop();
    }
    held = null;
  };

  const drop = () => {
    if (!held) return;
    release();
    report();
  };

  const stop = () => {
    if (!held || stopping) return;
    drop();
    void tellStop();
  };

  const tellStop = async () => {
    stopping = true;
    await tell({ type: 'screen.stop' });
    stopping = false;
  };

  return {
    async start(style) {
      if (choosing) return null;
      choosing = true;
      changed({ state: 'choosing', track: held?.tracks.get('screen') ?? null });
      const captured = await capture(style);
      choosing = false;
      if (!captured.ok) {
        // What was shared before goes on.
        if (held) report();
        else changed({ state: captured.problem, track: null });
        return null;
      }
      release();
      const { picture, sound } = captured;
      const mine: Held = {
        style,
        tracks: new Map([['screen', picture], ...(sound ? [['screen-sound', sound] as const] : [])]),
        since: null,
      };
      held = mine;
      picture.onended = () => held === mine && stop();
      report();
      const reply = await tell({ type: 'screen.share', style });
      if (held !== mine) return null;
      if (!reply.ok) {
        drop();
        return reply.reason;
      }
      mine.since = reply.version;
      settler.kick();
      return null;
    },
    stop,
    follow(style, version) {
      // A page that was loaded again shares nothing any more, whatever the lesson believes.
      if (!held) {
        if (style !== null && !choosing && !stopping) void tellStop();
      } else if (held.since !== null && version >= held.since && style !== held.style) drop();
    },
    drop,
    closed(trackId) {
      for (const [source, sending] of sendings) {
        if (sending.trackId !== trackId) continue;
        sending.close();
        sendings.delete(source);
        report();
        settler.kick();
      }
    },
    renewed() {
      sendings.clear();
      if (held) report();
      settler.kick();
    },
    kept(trackIds) {
      for (const [source, sending] of sendings) {
        if (trackIds.includes(sending.trackId)) continue;
        sending.close();
        sendings.delete(source);
      }
      settler.kick();
    },
  };
}
