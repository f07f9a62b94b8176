import { DATA_CHANNEL, DATAGRAM_MAX_BYTES, type DtlsParameters, refuse } from '@tongke/shared-types';
import type * as Soup from 'mediasoup/types';
import type { EngineChannel } from './engine.ts';
import type { ListenPlan } from './listen-plan.ts';
import { done, type Result } from './result.ts';

/** Seconds of silence after which a tablet's channel is given up: a school's wireless network is often away for some. */
const ICE_CONSENT_TIMEOUT = 30;
/** What may wait for a tablet that does not answer, and the most that it may have on its way here, in bytes. */
const QUEUE_BYTES = 16_384;

export interface ChannelSetup {
  readonly router: Soup.Router;
  readonly server: Soup.WebRtcServer;
  /** This process's own end in the router: only it consumes what tablets send. */
  readonly direct: Soup.DirectTransport;
  readonly plan: ListenPlan;
}

/**
 * [DP3] A browser's data channel on a transport of its own: what it sends is consumed by this process alone, and what it receives comes
 * from a producer that nobody else consumes.
 */
export async function openMediasoupChannel(
  { router, server, direct, plan }: ChannelSetup,
  dtlsParameters: DtlsParameters,
): Promise<Result<EngineChannel>> {
  const transport = await router.createWebRtcTransport({
    webRtcServer: server,
    enableUdp: true,
    enableTcp: false,
    enableSctp: true,
    maxSendMessageSize: DATAGRAM_MAX_BYTES,
    maxReceiveMessageSize: DATAGRAM_MAX_BYTES,
    sctpSendBufferSize: QUEUE_BYTES,
    sctpPerStreamSendQueueLimit: QUEUE_BYTES,
    sctpMaxReceiverWindowBufferSize: QUEUE_BYTES,
    iceConsentTimeout: ICE_CONSENT_TIMEOUT,
  });
  try {
    await transport.connect({ dtlsParameters: dtlsParameters as Soup.DtlsParameters });
  } catch (error) {
    if (transport.closed) throw error;
    transport.close();
    return refuse('media/bad-parameters');
  }
  const [received, feed] = await Promise.all([receive(transport, direct), send(transport, direct)]).catch((error) => {
    transport.close();
    throw error;
  });
  return done(wrapChannel(transport, plan, received, feed));
}

/** Bytes from the tablet, as they come. */
async function receive(transport: Soup.WebRtcTransport, direct: Soup.DirectTransport): Promise<Soup.DataConsumer> {
  const { id: streamId, ordered, maxRetransmits } = DATA_CHANNEL;
  const producer = await transport.produceData({ sctpStreamParameters: { streamId, ordered, maxRetransmits } });
  return await direct.consumeData({ dataProducerId: producer.id });
}

/** The way to the tablet; the first consumer of a transport gets the stream that `DATA_CHANNEL` names. */
async function send(transport: Soup.WebRtcTransport, direct: Soup.DirectTransport): Promise<Soup.DataProducer> {
  const { ordered, maxRetransmits } = DATA_CHANNEL;
  const producer = await direct.produceData();
  await transport.consumeData({ dataProducerId: producer.id, ordered, maxRetransmits });
  return producer;
}

function wrapChannel(
  transport: Soup.WebRtcTransport,
  plan: ListenPlan,
  received: Soup.DataConsumer,
  feed: Soup.DataProducer,
): EngineChannel {
  const { iceParameters, dtlsParameters, sctpParameters } = transport;
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  if (!fingerprint || !sctpParameters) throw new Error('The worker gave no fingerprint or no SCTP port.');
  const close = () => {
    transport.close();
    feed.close();
  };
  return {
    offer: {
      ice: { usernameFragment: iceParameters.usernameFragment, password: iceParameters.password },
      candidates: transport.iceCandidates.flatMap(({ foundation, priority, ip, port }) =>
        (plan.announce.get(ip) ?? []).map((address) => ({ foundation, priority, address, port })),
      ),
      fingerprint,
      sctpPort: sctpParameters.port,
    },
    get connected() {
      return !transport.closed && transport.sctpState === 'connected';
    },
    send(message) {
      if (!feed.closed) feed.send(Buffer.from(message.buffer, message.byteOffset, message.byteLength));
    },
    onMessage: (listener) => received.on('message', (message) => listener(message)),
    onGone(listener) {
      let told = false;
      const gone = () => {
        if (told || transport.closed) return;
        told = true;
        listener();
      };
      transport.on('icestatechange', (state) => state === 'disconnected' && gone());
      transport.on('dtlsstatechange', (state) => (state === 'closed' || state === 'failed') && gone());
      transport.on('sctpstatechange', (state) => (state === 'closed' || state === 'failed') && gone());
    },
    close,
  };
}
