import type { DeviceSource, UplinkRung } from '@tongke/shared-types';
import type { PublishWants } from '../layout/publish-wants.ts';
import type { Capture, CaptureProblem } from './capture.ts';
import { capturePause } from './capture-pause.ts';
import { encodingsFor } from './encodings.ts';
import type { Sending, SendTransport } from './engine.ts';
import type { MediaLink } from './media-link.ts';
import { createSettler } from './settler.ts';
import { createShelterSending } from './shelter-sending.ts';

export type SourceState = 'off' | 'starting' | 'on' | CaptureProblem;

interface Slot {
  wanted: boolean;
  deviceId: string | null;
  track: MediaStreamTrack | null;
  sending: Sending | null;
  problem: CaptureProblem | null;
  /** To be opened now; a device that failed is due again after a pause. */
  due: boolean;
  /** In a row. */
  failures: number;
  retry: ReturnType<typeof setTimeout> | undefined;
}

interface Options {
  readonly capture: Capture;
  readonly send: () => SendTransport | null;
  readonly ask: MediaLink['ask'];
  readonly layers: 2 | 3;
  /** A camera that nobody watches sends nothing; `false` keeps it sending, for the lead teacher whom all will watch. */
  readonly pauseUnwatched: boolean;
  readonly changed: (source: DeviceSource, state: SourceState, track: MediaStreamTrack | null) => void;
}

export interface Publisher {
  want(wants: PublishWants): void;
  chooseDevice(source: DeviceSource, deviceId: string | null): void;
  watched(trackId: string, watched: boolean): void;
  /** True while a still is to stand for the camera's video: nobody is known to watch it, or the uplink carries no more. */
  wantsStill(): boolean;
  /** [WL4] How much of the camera the uplink carries. */
  uplink(rung: UplinkRung): void;
  /** [VO3] [VO5] Whether the protected form of this voice is needed, and whether the plain one rests meanwhile. */
  shelter(trackId: string, on: boolean, alone: boolean): void;
  /** The SFU closed this track: a turn ran out, or the rules changed. */
  closed(trackId: string): void;
  renewed(): void;
  /** From here on what is told of watchers is newer than what `kept` will say. */
  joining(): void;
  /** The SFU still has these tracks, and somebody watches those. */
  kept(trackIds: readonly string[], watchedTrackIds: readonly string[]): void;
  /** Tries again what a person has put right: a permission given, a plug put in. Of the devices that are `present` the chosen one takes its place again. */
  retry(present?: readonly string[]): void;
  stop(): void;
}

/** Captures and sends what is wanted, no longer than it is wanted: at the end the producer closes and the device stops. */
export function createPublisher({ capture, send, ask, layers, pauseUnwatched, changed }: Options): Publisher {
  const slots: Record<DeviceSource, Slot> = { camera: emptySlot(), microphone: emptySlot() };
  const watchedTracks = new Map<string, boolean>();
  let uplink: UplinkRung = 'full';
  const sheltered = createShelterSending(send);
  /** The sending that leaves its upper layers out. */
  let lowest: Sending | null = null;
  const each = (act: (slot: Slot, source: DeviceSource) => void) => {
    act(slots.microphone, 'microphone');
    act(slots.camera, 'camera');
  };

  const tell = (source: DeviceSource) => {
    const { wanted, track, sending, problem } = slots[source];
    const busy = wanted ? 'starting' : 'off';
    if (source === 'microphone') sheltered.beside(sending && track && { sending, track });
    changed(source, track ? (sending ? 'on' : 'starting') : (problem ?? busy), track);
  };

  const settleSource = async (source: DeviceSource): Promise<boolean> => {
    const slot = slots[source];
    if (!slot.wanted) {
      close(slot, source);
      return true;
    }
    if (!slot.track && slot.due) {
      if (!slot.problem) tell(source);
      const { deviceId } = slot;
      const captured = await capture(source, deviceId);
      // Wanted no longer, or from another device by now: whoever changed it has asked for one more run.
      if (!slot.wanted || slot.deviceId !== deviceId) {
        if (captured.ok) captured.track.stop();
        return true;
      }
      if (!captured.ok) return failed(source, captured.problem);
      Object.assign(slot, { track: captured.track, problem: null, failures: 0 });
      captured.track.onended = () => unplugged(source, captured.track);
      tell(source);
    }
    const transport = send();
    if (!slot.track || slot.sending || !transport) return true;
    const { track } = slot;
    const encodings = source === 'camera' ? { encodings: encodingsFor(track.getSettings().width ?? 640, layers) } : {};
    const sending = await transport.produce(track, { source, ...encodings });
    if (!slot.wanted || slot.track !== track || transport !== send()) {
      sending.close();
      void ask({ type: 'media.unproduce', trackId: sending.trackId });
      return !slot.wanted;
    }
    slot.sending = sending;
    if (source === 'camera') obeyWatching(sending);
    tell(source);
    return true;
  };

  // One source must not wait for the other: a camera that is slow to open would keep the voice back.
  const settlers = {
    camera: createSettler(() => settleSource('camera')),
    microphone: createSettler(() => settleSource('microphone')),
  };
  const kick = () => each((_, source) => settlers[source].kick());

  const close = (slot: Slot, source: DeviceSource) => {
    const had = slot.track !== null || slot.sending !== null || slot.problem !== null;
    if (slot.sending) {
      void ask({ type: 'media.unproduce', trackId: slot.sending.trackId });
      slot.sending.close();
    }
    if (slot.track) {
      slot.track.onended = null;
      slot.track.stop();
    }
    clearTimeout(slot.retry);
    Object.assign(slot, { track: null, sending: null, problem: null, due: true, failures: 0 });
    if (had) tell(source);
  };

  const unplugged = (source: DeviceSource, track: MediaStreamTrack) => {
    const slot = slots[source];
    if (slot.track !== track) return;
    close(slot, source);
    failed(source, 'missing');
  };

  const failed = (source: DeviceSource, problem: CaptureProblem): true => {
    const slot = slots[source];
    Object.assign(slot, { problem, due: false, failures: slot.failures + 1 });
    const pause = capturePause(problem, slot.failures);
    clearTimeout(slot.retry);
    if (pause !== null) slot.retry = setTimeout(openAgain, pause, source);
    tell(source);
    return true;
  };

  const openAgain = (source: DeviceSource) => {
    slots[source].due = true;
    settlers[source].kick();
  };

  const obeyWatching = (sending: Sending) => {
    if (!pauseUnwatched) return;
    const saves = uplink !== 'full';
    if (saves !== (lowest === sending)) {
      lowest = saves ? sending : null;
      void sending.onlyLowest(saves).catch(() => undefined);
    }
    if (flows(sending.trackId)) sending.resume();
    else sending.pause();
  };
  const flows = (trackId: string) => (watchedTracks.get(trackId) ?? false) && (uplink === 'full' || uplink === 'low');

  return {
    want(wants) {
      each((slot, source) => {
        if (slot.wanted === wants[source]) return;
        slot.wanted = wants[source];
        // Closing needs nobody's answer and must not stand behind one: the turn ends now, also without a link.
        if (!slot.wanted) close(slot, source);
        settlers[source].kick();
      });
    },
    chooseDevice(source, deviceId) {
      const slot = slots[source];
      if (slot.deviceId === deviceId) return;
      slot.deviceId = deviceId;
      close(slot, source);
      settlers[source].kick();
    },
    watched(trackId, watched) {
      watchedTracks.set(trackId, watched);
      const { sending } = slots.camera;
      if (sending?.trackId === trackId) obeyWatching(sending);
    },
    wantsStill: () => uplink !== 'none' && !flows(slots.camera.sending?.trackId ?? ''),
    uplink(rung) {
      uplink = rung;
      if (slots.camera.sending) obeyWatching(slots.camera.sending);
    },
    shelter: sheltered.want,
    closed(trackId) {
      watchedTracks.delete(trackId);
      each((slot, source) => {
        if (slot.sending?.trackId !== trackId) return;
        slot.sending.close();
        slot.sending = null;
        tell(source);
        settlers[source].kick();
      });
    },
    renewed() {
      watchedTracks.clear();
      sheltered.renewed();
      each((slot, source) => {
        slot.sending = null;
        tell(source);
      });
      kick();
    },
    joining: () => watchedTracks.clear(),
    kept(trackIds, watchedTrackIds) {
      each((slot) => {
        if (slot.sending && !trackIds.includes(slot.sending.trackId)) {
          slot.sending.close();
          slot.sending = null;
        }
      });
      for (const trackId of trackIds) {
        if (!watchedTracks.has(trackId)) watchedTracks.set(trackId, watchedTrackIds.includes(trackId));
      }
      if (slots.camera.sending) obeyWatching(slots.camera.sending);
      sheltered.kept(trackIds);
      kick();
    },
    retry(present = []) {
      each((slot, source) => {
        const { track, deviceId, problem } = slot;
        const isBack = track && deviceId && present.includes(deviceId) && track.getSettings().deviceId !== deviceId;
        if (!isBack && problem === null) return;
        close(slot, source);
        settlers[source].kick();
      });
    },
    stop() {
      sheltered.stop();
      each((slot, source) => {
        slot.wanted = false;
        settlers[source].stop();
        close(slot, source);
      });
    },
  };
}

function emptySlot(): Slot {
  return {
    wanted: false,
    deviceId: null,
    track: null,
    sending: null,
    problem: null,
    due: true,
    failures: 0,
    retry: undefined,
  };
}
