import type { ConsumerOffer, Track, TrackId } from '@tongke/shared-types';
import type { ReceiveTransport, Receiving } from './engine.ts';
import { layerFor, layersOf } from './layers.ts';
import type { MediaLink } from './media-link.ts';
import { createSettler } from './settler.ts';
import { createTwoForms, type TwoForms } from './two-forms.ts';

/** Paused consumers that are kept for a quick return to the screen; older ones are closed. */
const KEEP_PAUSED = 12;

/** The most that one request may name. */
const BATCH = 16;

interface Entry extends Receiving {
  readonly trackId: TrackId;
  readonly layers: number;
  flowing: boolean;
  /** The link does not carry it now. */
  held: boolean;
  layer: number | null;
  /** Of a voice. */
  readonly forms: TwoForms;
}

interface Options {
  readonly receive: () => ReceiveTransport | null;
  readonly ask: MediaLink['ask'];
  /** What can be shown or played now, by track, and which of it the link does not carry. */
  readonly changed: (tracks: Readonly<Record<TrackId, MediaStreamTrack>>, held: readonly TrackId[]) => void;
}

export interface Subscriber {
  /** What the screen wants, most important first, and which tracks the lesson has at all. */
  want(tracks: readonly Track[], exists: (trackId: TrackId) => boolean): void;
  /** How wide a track is shown, in device pixels. */
  width(trackId: TrackId, pixels: number): void;
  closed(consumerId: string): void;
  /** [MD5] Consumers that nobody asked for yet: attached, and what of them is wanted flows. */
  offered(offers: readonly ConsumerOffer[]): void;
  /** [VO2] A voice may be received in its protected form. */
  shelter(offer: ConsumerOffer): void;
  held(consumerId: string, held: boolean): void;
  renewed(): void;
  kept(consumerIds: readonly string[], heldConsumerIds: readonly string[]): void;
  stop(): void;
}

/** Receives what the screen wants: one request for all that is new, then attach, acknowledge, and pause what is hidden. */
export function createSubscriber({ receive, ask, changed }: Options): Subscriber {
  let wanted: readonly TrackId[] = [];
  let exists: (trackId: TrackId) => boolean = () => true;
  const entries = new Map<TrackId, Entry>();
  const widths = new Map<TrackId, number>();
  /** Protected forms that are being attached: each may be offered again meanwhile. */
  const sheltering = new Set<string>();
  /** By consumer. */
  const attaching = new Map<string, Promise<boolean>>();
  /** Consumers that were asked to flow, and have not been answered. */
  const resuming = new Set<string>();

  const publish = () => {
    const attached = [...entries.values()].filter(({ trackId }) => wanted.includes(trackId));
    changed(
      Object.fromEntries(attached.map(({ trackId, forms }) => [trackId, forms.track()])),
      attached.filter(({ held }) => held).map(({ trackId }) => trackId),
    );
  };

  const settle = async (): Promise<boolean> => {
    const transport = receive();
    if (!transport) return true;
    forget();
    for (const trackId of [...widths.keys()]) if (!exists(trackId)) widths.delete(trackId);
    const missing = wanted.filter((trackId) => !entries.has(trackId));
    const complete = missing.length === 0 || (await consume(transport, missing.slice(0, BATCH)));
    if (transport !== receive()) return false;
    const results = await Promise.all([setLayers(), resume(), pause()]);
    return complete && missing.length <= BATCH && results.every((done) => done);
  };
  const settler = createSettler(settle);

  /** Closes what the lesson no longer has, and of the hidden ones all but the latest. */
  const forget = () => {
    const hidden = [...entries.values()].filter(({ trackId, flowing }) => !wanted.includes(trackId) && !flowing);
    const old = new Set(hidden.slice(0, Math.max(0, hidden.length - KEEP_PAUSED)));
    for (const entry of [...entries.values()]) {
      if (exists(entry.trackId) && !old.has(entry)) continue;
      drop(entry);
      void ask({ type: 'media.unconsume', consumerId: entry.consumerId });
    }
  };

  const consume = async (transport: ReceiveTransport, trackIds: readonly TrackId[]): Promise<boolean> => {
    const reply = await ask({ type: 'media.consume', trackIds: [...trackIds] });
    if (!reply.ok) return false;
    const attached = await Promise.all(reply.result.consumers.map((offer) => attach(transport, offer)));
    // Shown before the first packet, so that its frame finds the element ready.
    publish();
    return attached.length === trackIds.length && attached.every((done) => done);
  };

  /** Once, though it may be offered and be the answer to a request at the same time. */
  const attach = (transport: ReceiveTransport, offer: ConsumerOffer): Promise<boolean> => {
    const { trackId, consumerId } = offer;
    if (entries.get(trackId)?.consumerId === consumerId) return Promise.resolve(true);
    const running = attaching.get(consumerId);
    if (running) return running;
    const attached = attachNow(transport, offer).finally(() => attaching.delete(consumerId));
    attaching.set(consumerId, attached);
    return attached;
  };

  const attachNow = async (transport: ReceiveTransport, offer: ConsumerOffer): Promise<boolean> => {
    const receiving = await transport.consume(offer).catch(() => null);
    if (!receiving || transport !== receive()) return false;
    const layers = layersOf(offer.rtpParameters);
    entries.set(offer.trackId, {
      ...receiving,
      trackId: offer.trackId,
      layers,
      flowing: false,
      held: false,
      layer: null,
      forms: createTwoForms(receiving, publish),
    });
    return true;
  };

  /** The lowest until the width is known: a weak link must not begin with the top one. */
  const setLayers = async (): Promise<boolean> => {
    const changes = shown()
      .filter(({ layers }) => layers > 1)
      .map((entry) => ({ entry, layer: layerFor(widths.get(entry.trackId) ?? 0, entry.layers) }))
      .filter(({ entry, layer }) => entry.layer !== layer);
    const done = changes.map(async ({ entry, layer }) => {
      const reply = await ask({ type: 'media.layer', consumerId: entry.consumerId, spatialLayer: layer });
      if (reply.ok) entry.layer = layer;
      return reply.ok;
    });
    return (await Promise.all(done)).every((ok) => ok);
  };

  const resume = () =>
    flow(
      shown().filter((entry) => !entry.flowing && !resuming.has(entry.consumerId)),
      true,
    );
  const pause = () =>
    flow(
      [...entries.values()].filter(({ trackId, flowing }) => flowing && !wanted.includes(trackId)),
      false,
    );
  const shown = () => wanted.map((trackId) => entries.get(trackId)).filter((entry) => entry !== undefined);

  const flow = async (some: readonly Entry[], flowing: boolean): Promise<boolean> => {
    const batch = some.slice(0, BATCH);
    if (batch.length === 0) return true;
    const consumerIds = batch.map(({ consumerId }) => consumerId);
    if (flowing) for (const consumerId of consumerIds) resuming.add(consumerId);
    const reply = await ask({ type: flowing ? 'media.resume' : 'media.pause', consumerIds });
    for (const consumerId of consumerIds) resuming.delete(consumerId);
    if (!reply.ok) return false;
    for (const entry of batch) {
      entry.flowing = flowing;
      // The latest to be hidden stands last, and is closed last.
      if (!flowing && entries.delete(entry.trackId)) entries.set(entry.trackId, entry);
    }
    publish();
    return some.length === batch.length;
  };

  /** The own request stays on its way: its answer finds everything done, or does what is left. */
  const takeOffered = async (offers: readonly ConsumerOffer[]) => {
    const transport = receive();
    if (!transport) return;
    await Promise.all(offers.filter(({ trackId }) => exists(trackId)).map((offer) => attach(transport, offer)));
    if (transport !== receive()) return;
    publish();
    const done = await Promise.all([setLayers(), resume()]);
    if (!done.every(Boolean)) settler.kick();
  };

  const shelter = async (offer: ConsumerOffer) => {
    const transport = receive();
    const forms = () => entries.get(offer.trackId)?.forms;
    const { consumerId } = offer;
    if (!transport || !forms() || sheltering.has(consumerId)) return;
    sheltering.add(consumerId);
    try {
      if (forms()?.sheltered() !== consumerId) {
        const receiving = await transport.consume(offer, true);
        if (transport !== receive() || !forms()) return receiving.close();
        forms()?.shelter(receiving);
      }
      await ask({ type: 'media.resume', consumerIds: [consumerId] });
    } finally {
      sheltering.delete(consumerId);
    }
  };

  const drop = (entry: Entry) => {
    entry.forms.unshelter();
    entry.close();
    entries.delete(entry.trackId);
    publish();
  };

  const forgetAll = () => {
    for (const { forms } of entries.values()) forms.unshelter();
    entries.clear();
  };

  return {
    want(tracks, lessonHas) {
      const next = tracks.map(({ trackId }) => trackId);
      const same = next.length === wanted.length && next.every((trackId, at) => trackId === wanted[at]);
      const gone = [...entries.keys()].some((trackId) => !lessonHas(trackId));
      exists = lessonHas;
      if (same && !gone) return;
      wanted = next;
      publish();
      settler.kick();
    },
    width(trackId, pixels) {
      const entry = entries.get(trackId);
      widths.set(trackId, pixels);
      if (entry && entry.layers > 1 && layerFor(pixels, entry.layers) !== entry.layer) settler.kick();
    },
    offered: (offers) => void takeOffered(offers).catch(() => settler.kick()),
    shelter: (offer) => void shelter(offer).catch(() => undefined),
    closed(consumerId) {
      const sheltered = [...entries.values()].find(({ forms }) => forms.sheltered() === consumerId);
      if (sheltered) return sheltered.forms.unshelter();
      const entry = [...entries.values()].find((one) => one.consumerId === consumerId);
      if (!entry) return;
      drop(entry);
      settler.kick();
    },
    held(consumerId, held) {
      for (const entry of entries.values()) if (entry.consumerId === consumerId) entry.held = held;
      publish();
    },
    renewed() {
      forgetAll();
      publish();
      settler.kick();
    },
    kept(consumerIds, heldConsumerIds) {
      for (const entry of [...entries.values()]) {
        entry.held = heldConsumerIds.includes(entry.consumerId);
        const sheltered = entry.forms.sheltered();
        if (sheltered && !consumerIds.includes(sheltered)) entry.forms.unshelter();
        if (!consumerIds.includes(entry.consumerId)) drop(entry);
      }
      publish();
      settler.kick();
    },
    stop() {
      settler.stop();
      forgetAll();
      publish();
    },
  };
}
