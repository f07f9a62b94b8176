import { type ConsumerOffer, type RtpCapabilities, type RtpParameters, refuse } from '@tongke/shared-types';
import type { EngineConsumer, EngineProducer, EngineTransport } from './engine.ts';
import { done, type Result } from './result.ts';

/** Longer than a self-test takes, ms. */
const LOOP_MS = 20_000;

interface Ways {
  readonly send: EngineTransport;
  readonly receive: EngineTransport;
  readonly capabilities: RtpCapabilities;
}

/** [AU4] The voice of one peer on its way to the SFU and back to the same peer, and to nobody else: it is no track. It ends by itself. */
export class VoiceLoop {
  #open: { readonly ends: readonly (EngineProducer | EngineConsumer)[]; readonly timer: NodeJS.Timeout } | null = null;

  /** An older one ends first. */
  async open(
    { send, receive, capabilities }: Ways,
    rtpParameters: RtpParameters,
  ): Promise<Result<{ consumer: ConsumerOffer }>> {
    this.close();
    if (!rtpParameters.codecs.every(({ mimeType }) => mimeType.startsWith('audio/')))
      return refuse('media/bad-parameters');
    const produced = await send.produce('audio', rtpParameters);
    if (!produced.ok) return produced;
    const producer = produced.result;
    const consumed = await receive.consume(producer.id, capabilities);
    if (!consumed.ok) {
      producer.close();
      return consumed;
    }
    const consumer = consumed.result;
    await consumer.resume();
    const timer = setTimeout(() => this.close(), LOOP_MS);
    this.#open = { ends: [consumer, producer], timer };
    const { kind, rtpParameters: returning } = consumer;
    return done({ consumer: { consumerId: consumer.id, trackId: producer.id, kind, rtpParameters: returning } });
  }

  close(): void {
    if (!this.#open) return;
    clearTimeout(this.#open.timer);
    for (const end of this.#open.ends) end.close();
    this.#open = null;
  }
}
