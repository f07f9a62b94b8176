import {
  type DtlsParameters,
  FILM_OPUS_BITRATE,
  OPUS_BITRATE,
  type RtpCapabilities,
  type RtpParameters,
  SHELTERED_OPUS_BITRATE,
} from '@tongke/shared-types';
import { Device, type types } from 'mediasoup-client';
import type {
  Connect,
  MediaEngine,
  Opening,
  OpenLoop,
  Produce,
  ReceiveTransport,
  SendTransport,
  Transport,
} from './engine.ts';
import type { Identity } from './identity.ts';
import { openRed } from './red/open-red.ts';
import { browserForRouter, offerForBrowser, routerForBrowser, sendingForRouter } from './red/red-names.ts';

/** Speech in one channel: in-band error correction and retransmission, no silence detection that clips first syllables. */
const VOICE = {
  opusStereo: false,
  opusFec: true,
  opusNack: true,
  opusDtx: false,
  opusPtime: 20,
  opusMaxAverageBitrate: OPUS_BITRATE,
} as const;

/** [VO4] The protected form: 60 ms in a packet. */
const SHELTERED = { ...VOICE, opusPtime: 60, opusMaxAverageBitrate: SHELTERED_OPUS_BITRATE } as const;

/** A protected voice is held back for so long, in ms: its last copy comes 300 ms after it, and what is asked for again within a round trip of 250 ms. */
const SHELTER_MS = 350;

/** Where an encoder begins before the first estimate, in kbit/s. */
const CODEC_OPTIONS = {
  camera: { videoGoogleStartBitrate: 600 },
  microphone: VOICE,
  screen: { videoGoogleStartBitrate: 1000 },
  'screen-sound': { ...VOICE, opusMaxAverageBitrate: FILM_OPUS_BITRATE },
} as const;

/** What the browser can do with routers of one kind. To find out takes a connection, and time on the way back from a lost worker. */
let known: { readonly router: string; readonly device: Promise<Device> } | null = null;

async function deviceFor(router: RtpCapabilities): Promise<Device> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: routerForBrowser(router) as types.RtpCapabilities });
  return device;
}

/** mediasoup-client behind the engine port; the only file that knows it. */
export async function loadDevice(router: RtpCapabilities, identity: Identity | null): Promise<MediaEngine> {
  const kind = JSON.stringify(router);
  if (known?.router !== kind) known = { router: kind, device: deviceFor(router) };
  const device = await known.device.catch((error: unknown) => {
    // The next join finds out again.
    known = null;
    throw error;
  });
  const own = identity ? { additionalSettings: { certificates: [identity.certificate] } } : {};
  return {
    rtpCapabilities: browserForRouter(device.recvRtpCapabilities as RtpCapabilities, router),
    openSend: (offer, { connect, produce }) =>
      sendTransport(device.createSendTransport({ ...options(offer), ...own }), connect, produce),
    openReceive: (offer, connect) =>
      receiveTransport(device.createRecvTransport({ ...options(offer), ...own }), connect),
  };
}

function sendTransport(transport: types.Transport, connect: Connect, produce: Produce): SendTransport {
  onConnect(transport, connect);
  transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
    const open = appData.open as OpenLoop;
    open(transport.id, rtpParameters as RtpParameters).then((id) => done({ id }), failed);
  });
  return {
    ...base(transport),
    async produce(track, { source, encodings, shelters }) {
      const red = shelters === undefined ? null : openRed();
      const producer = await transport.produce({
        track,
        ...(encodings ? { encodings: encodings.map((encoding) => ({ ...encoding })) } : {}),
        codecOptions: shelters === undefined ? CODEC_OPTIONS[source] : SHELTERED,
        // The track belongs to whoever captured it; a pause sends nothing, yet the preview goes on.
        stopTracks: false,
        disableTrackOnPause: false,
        zeroRtpOnPause: true,
        appData: {
          open: (id: string, parameters: RtpParameters) =>
            produce(id, source, red ? sendingForRouter(parameters) : parameters, shelters),
        },
        ...(red && { onRtpSender: red.pack }),
      });
      return {
        trackId: producer.id,
        pause: () => producer.pause(),
        resume: () => producer.resume(),
        // Layers are numbered from 0; a camera has three at most.
        onlyLowest: (only) => producer.setMaxSpatialLayer(only ? 0 : 2),
        replace: (next) => producer.replaceTrack({ track: next }),
        close: () => {
          producer.close();
          red?.close();
        },
      };
    },
    async produceLoop(track, open) {
      const producer = await transport.produce({ track, codecOptions: VOICE, stopTracks: false, appData: { open } });
      return { close: () => producer.close() };
    },
  };
}

function receiveTransport(transport: types.Transport, connect: Connect): ReceiveTransport {
  onConnect(transport, connect);
  return {
    ...base(transport),
    async consume({ consumerId, trackId, kind, rtpParameters }, sheltered = false) {
      const parameters = offerForBrowser(rtpParameters) as types.RtpParameters;
      // One stream per track: lip-sync groups would hold the voice back for a late picture on a weak link.
      const options = { id: consumerId, producerId: trackId, kind, rtpParameters: parameters, streamId: trackId };
      const consumer = await transport.consume(options);
      if (sheltered && consumer.rtpReceiver) waitFor(consumer.rtpReceiver, SHELTER_MS);
      return {
        consumerId,
        track: consumer.track,
        playedAt: () => consumer.rtpReceiver?.getSynchronizationSources()[0]?.timestamp ?? null,
        close: () => consumer.close(),
      };
    },
  };
}

/** Holds a voice back for so long, in ms; older browsers take seconds under another name, and the oldest adapt by themselves. */
function waitFor(receiver: { jitterBufferTarget?: number | null; playoutDelayHint?: number }, ms: number): void {
  if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = ms;
  else receiver.playoutDelayHint = ms / 1_000;
}

function base(transport: types.Transport): Transport {
  return {
    id: transport.id,
    state: () => transport.connectionState,
    onState: (listener) => {
      transport.on('connectionstatechange', listener);
    },
    restartIce: (iceParameters) => transport.restartIce({ iceParameters: iceParameters as types.IceParameters }),
    stats: () => transport.getStats(),
    close: () => transport.close(),
  };
}

function onConnect(transport: types.Transport, connect: Connect): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    connect(transport.id, dtlsParameters as DtlsParameters).then(done, failed);
  });
}

function options({ id, iceParameters, iceCandidates, dtlsParameters, iceServers }: Opening) {
  return {
    id,
    iceServers: iceServers.map(({ urls, username, credential }) => ({ urls: [...urls], username, credential })),
    iceParameters: iceParameters as types.IceParameters,
    iceCandidates: iceCandidates as types.IceCandidate[],
    dtlsParameters: dtlsParameters as types.DtlsParameters,
  };
}
