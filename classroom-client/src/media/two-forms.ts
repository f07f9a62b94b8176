import type { VoiceForm } from '@tongke/shared-types';
import type { Receiving } from './engine.ts';
import { heardForm } from './heard-form.ts';

/** How often it looks which form plays, in ms. */
const LOOK_MS = 50;

/** One received voice in its plain form and, for a time, in its protected one. */
export interface TwoForms {
  /** What is to be heard now. */
  track(): MediaStreamTrack;
  /** The consumer of the protected form, or null. */
  sheltered(): string | null;
  shelter(receiving: Receiving): void;
  /** The protected form ended. */
  unshelter(): void;
}

/** [VO2] Chooses by what plays; `changed` is called when another form is heard. */
export function createTwoForms(plain: Receiving, changed: () => void): TwoForms {
  let heard: VoiceForm = 'plain';
  let sheltered: Receiving | null = null;
  let looking: ReturnType<typeof setInterval> | undefined;

  const hear = (form: VoiceForm) => {
    if (form === heard) return;
    heard = form;
    changed();
  };

  const look = () => {
    const now = performance.timeOrigin + performance.now();
    hear(heardForm(heard, { plain: plain.playedAt(), sheltered: sheltered?.playedAt() ?? null, now }));
  };

  return {
    track: () => (heard === 'protected' && sheltered ? sheltered.track : plain.track),
    sheltered: () => sheltered?.consumerId ?? null,
    shelter(receiving) {
      sheltered?.close();
      sheltered = receiving;
      clearInterval(looking);
      looking = setInterval(look, LOOK_MS);
    },
    unshelter() {
      clearInterval(looking);
      const ended = sheltered;
      sheltered = null;
      hear('plain');
      ended?.close();
    },
  };
}
