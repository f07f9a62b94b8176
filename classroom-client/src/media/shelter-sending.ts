import type { TrackId } from '@tongke/shared-types';
import type { Sending, SendTransport } from './engine.ts';
import { createSettler } from './settler.ts';

/** A voice that is sent in its plain form, and the microphone it comes from. */
interface Voice {
  readonly sending: Sending;
  readonly track: MediaStreamTrack;
}

/** [VO3] The protected form of the own voice, beside the plain one. */
export interface ShelterSending {
  /** The plain form is sent now, or null: without it there is no other. */
  beside(voice: Voice | null): void;
  /** The SFU says whether it is needed, and whether the plain form rests meanwhile. */
  want(trackId: TrackId, on: boolean, alone: boolean): void;
  /** What the SFU still has. */
  kept(trackIds: readonly TrackId[]): void;
  /** The transport it went over is gone. */
  renewed(): void;
  stop(): void;
}

/** Sends it while it is wanted; the SFU closes its own end by itself. */
export function createShelterSending(send: () => SendTransport | null): ShelterSending {
  let voice: Voice | null = null;
  let wantedOf: TrackId | null = null;
  let alone = false;
  let running: { readonly of: TrackId; readonly sending: Sending } | null = null;

  const end = () => {
    running?.sending.close();
    running = null;
  };

  const settle = async (): Promise<boolean> => {
    const transport = send();
    if (!voice) {
      end();
      return true;
    }
    const { sending: plain, track } = voice;
    const { trackId } = plain;
    const wanted = wantedOf === trackId;
    if (running && (!wanted || running.of !== trackId)) end();
    if (wanted && running && alone) plain.pause();
    else plain.resume();
    if (!wanted || running || !transport) return true;
    const sending = await transport.produce(track, { source: 'microphone', shelters: trackId });
    // Whoever changed it meanwhile has asked for one more run.
    if (transport === send() && wantedOf === trackId && voice.sending === plain) running = { of: trackId, sending };
    else sending.close();
    return true;
  };
  const settler = createSettler(settle);

  return {
    beside(next) {
      if (next?.sending === voice?.sending) return;
      voice = next;
      settler.kick();
    },
    want(trackId, on, only) {
      if (on) [wantedOf, alone] = [trackId, only];
      else if (wantedOf === trackId) wantedOf = null;
      settler.kick();
    },
    kept(trackIds) {
      if (running && !trackIds.includes(running.sending.trackId)) end();
      settler.kick();
    },
    renewed() {
      running = null;
      wantedOf = null;
    },
    stop() {
      settler.stop();
      end();
    },
  };
}
