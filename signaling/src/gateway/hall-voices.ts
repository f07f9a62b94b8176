import {
  type Actor,
  type HeardVoice,
  heardVoices,
  type LessonState,
  PAUSE_MS,
  peerOf,
  type VoiceLevel,
  voicesFor,
  whoSpeaks,
} from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { Session } from './session.ts';

interface Listener {
  readonly session: Session;
  readonly actor: Actor;
}

/** A board is told of a change at once, and again so often while somebody speaks: what is told may be lost. */
const AGAIN_MS = 2_000;

/** [AU1] [AU2] Who speaks in one lesson, from the loudness of its microphones. Nothing of it is kept. */
export class HallVoices {
  readonly #clock: Clock;
  readonly #state: () => LessonState;
  readonly #listeners: () => readonly Listener[];
  #voices: readonly HeardVoice[] = [];
  #told = '[]';
  #toldAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, state: () => LessonState, listeners: () => readonly Listener[]) {
    this.#clock = clock;
    this.#state = state;
    this.#listeners = listeners;
  }

  hear(levels: readonly VoiceLevel[]): void {
    this.#cancel?.();
    const now = this.#clock.now();
    this.#voices = heardVoices(this.#voices, levels, now);
    // Of silence, and of an SFU that is gone, nobody tells once more.
    this.#cancel = this.#voices.length > 0 ? this.#clock.after(PAUSE_MS, () => this.hear([])) : null;
    const state = this.#state();
    if (state.phase !== 'live') return;
    const speaks = whoSpeaks(this.#voices);
    const told = JSON.stringify(speaks);
    const isNews = told !== this.#told || (speaks.length > 0 && now - this.#toldAt >= AGAIN_MS);
    for (const { session, actor } of this.#listeners()) {
      if (actor.role === 'lead')
        session.sendVolatile('signal', { peerId: null, signal: { type: 'voices', speaks, levels } });
      else if (isNews && (actor.role === 'board' || actor.role === 'second')) {
        const mine = voicesFor(state, peerOf(actor) ?? '', speaks);
        session.sendVolatile('signal', { peerId: null, signal: { type: 'voices', speaks: mine, levels: [] } });
      }
    }
    if (!isNews) return;
    this.#told = told;
    this.#toldAt = now;
  }

  close(): void {
    this.#cancel?.();
  }
}
