import type { TimingDatagram, TimingDown, TimingUp } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataPath } from '../data-path.ts';
import { onPageClock } from './page-time.ts';
import type { TimingTools } from './timing-tools.ts';

/** The cue of a round on this screen. */
export interface ShownCue {
  readonly roundId: string;
  readonly prompt: string;
  /** The frame that showed it, in ms of `performance.now`; null until then. */
  readonly shownAt: number | null;
}

/** When a press was, as `buzzer.press` says it; both in ms of `performance.now`. */
interface PressStamps {
  readonly roundId: string;
  readonly shown: number | null;
  readonly pressed: number;
}

/** A tablet's data path, as far as timing needs it. */
type BytePath = Pick<DataPath, 'send' | 'onMessage'>;

/** The page's clock and frames; tests bring their own. */
export interface Page {
  readonly now: () => number;
  readonly timeOrigin: number;
  /** Runs before the next frame is drawn, with the frame's time. */
  readonly frame: (draw: (at: number) => void) => void;
}

export interface TimingOptions {
  /** Says something on the socket. */
  readonly say: (message: TimingUp) => void;
  /** Fetches the cipher and the data path's bytes; asked again after a failure. */
  readonly loadTools: () => Promise<TimingTools>;
  readonly page: Page;
}

/** A screen's part in the fair buzzer: it answers pings, shows the cue the moment its key comes, and stamps what happens here. */
export interface Timing {
  readonly cue: StoreApi<ShownCue | null>;
  /** Fetches what is needed later, now: so that it is there before the first key. */
  readonly prepare: () => void;
  /** What came on the socket. */
  readonly heard: (message: TimingDown) => void;
  /** From now on there is a second path; the answer ends it. */
  readonly attach: (path: BytePath) => () => void;
  /** The lesson's view tells the prompt of an open round: shown where no key came, as after a restart of the server. */
  readonly openByView: (roundId: string, prompt: string) => void;
  /** This round is over. */
  readonly forget: (roundId: string) => void;
  /** A press of this round, by the event's own `timeStamp`. */
  readonly stamp: (roundId: string, timeStamp: number) => PressStamps;
  /** The copy of a press on the second path, where there is one. */
  readonly copy: (id: string, stamps: PressStamps) => void;
}

/** Pings come on both paths with the same nonce; so many are remembered. */
const REMEMBERED = 16;

export const browserPage: Page = {
  now: () => performance.now(),
  timeOrigin: performance.timeOrigin,
  frame: (draw) => void requestAnimationFrame(draw),
};

export function createTiming({ say, loadTools, page }: TimingOptions): Timing {
  const cue = createStore<ShownCue | null>(() => null);
  let sealed: Extract<TimingDown, { type: 'cue' }> | null = null;
  let path: BytePath | null = null;
  let answered: readonly number[] = [];
  let tools: TimingTools | null = null;
  let assemble: ReturnType<TimingTools['cueAssembler']> | null = null;

  const copy = (message: TimingDatagram) => {
    if (path && tools) path.send(tools.encode(message));
  };
  const sayOnBoth = (message: Exclude<TimingDatagram, { type: 'press' }>) => {
    copy(message);
    say(message);
  };

  const load = async (): Promise<TimingTools> => {
    tools ??= await loadTools();
    return tools;
  };

  /** Drawn by whoever listens to the store, before the next frame; that frame's time is when it was shown. */
  const show = (roundId: string, prompt: string) => {
    if (cue.getState()?.roundId === roundId) return;
    cue.setState({ roundId, prompt, shownAt: null }, true);
    page.frame((at) => {
      if (cue.getState()?.roundId !== roundId) return;
      cue.setState({ roundId, prompt, shownAt: at }, true);
      sayOnBoth({ type: 'shown', roundId, at });
    });
  };

  /** Acknowledged when it could be opened at once, not before. */
  const keep = async (message: Extract<TimingDown, { type: 'cue' }>) => {
    sealed = message;
    try {
      await load();
      if (sealed === message) sayOnBoth({ type: 'cued', roundId: message.roundId });
    } catch {
      // The server sends it again, and then it is tried again.
    }
  };

  const open = async ({ roundId, key }: Extract<TimingDown, { type: 'key' }>) => {
    if (sealed?.roundId !== roundId) return;
    const { sealed: bytes } = sealed;
    try {
      const { openCue } = await load();
      const found = openCue(new Uint8Array(bytes), roundId, new Uint8Array(key));
      if (found) show(roundId, found.prompt);
    } catch {
      // The view tells the prompt a moment later.
    }
  };

  const heard = (message: TimingDown) => {
    switch (message.type) {
      case 'ping':
        if (answered.includes(message.nonce)) return;
        answered = [...answered.slice(1 - REMEMBERED), message.nonce];
        return sayOnBoth({ type: 'pong', nonce: message.nonce });
      case 'cue':
        return void keep(message);
      case 'key':
        return void open(message);
    }
  };

  return {
    cue,
    heard,
    prepare: () => {
      if (!tools) load().catch(() => undefined);
    },
    attach: (other) => {
      path = other;
      const stop = other.onMessage((bytes) => {
        const message = tools?.decode(bytes);
        if (!message || !tools) return;
        assemble ??= tools.cueAssembler();
        const whole = message.type === 'cue-part' ? assemble(message) : message;
        if (whole) heard(whole);
      });
      return () => {
        stop();
        if (path === other) path = null;
      };
    },
    openByView: show,
    forget: (roundId) => {
      if (sealed?.roundId === roundId) sealed = null;
      if (cue.getState()?.roundId === roundId) cue.setState(null, true);
    },
    stamp: (roundId, timeStamp) => {
      const shown = cue.getState()?.roundId === roundId ? (cue.getState()?.shownAt ?? null) : null;
      return { roundId, shown, pressed: onPageClock(timeStamp, page.now(), page.timeOrigin) };
    },
    copy: (id, stamps) => copy({ type: 'press', id, ...stamps }),
  };
}
