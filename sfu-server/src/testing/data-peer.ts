import { certificateOf, DATA_CHANNEL, type DataOffer, type DtlsParameters, dataAnswer } from '@tongke/shared-types';
import { RTCPeerConnection } from 'werift';

export interface DataPeerOptions {
  /** Where to send packets instead of the address that the server names: an emulated link. */
  readonly via?: { readonly address: string; readonly port: number };
  /** True: it sends more at once than it was told that it may. */
  readonly boundless?: boolean;
}

/** A tablet's end of its data channel, in Node: as a browser does it, with ICE, DTLS and SCTP of its own. */
export class DataPeer {
  /** What arrived, in order of arrival. */
  readonly received: Uint8Array[] = [];
  readonly #connection = new RTCPeerConnection({ iceServers: [], iceUseIpv6: false });
  readonly #channel = this.#connection.createDataChannel('', DATA_CHANNEL);
  readonly #options: DataPeerOptions;
  #heard: (message: Uint8Array) => void = () => {};
  /** What the server offered. */
  offer: DataOffer | null = null;
  #sdp = '';

  constructor(options: DataPeerOptions = {}) {
    this.#options = options;
    this.#channel.onMessage.subscribe((message) => {
      const bytes = typeof message === 'string' ? Buffer.from(message) : new Uint8Array(message);
      this.received.push(bytes);
      this.#heard(bytes);
    });
  }

  get open(): boolean {
    return this.#channel.readyState === 'open';
  }

  /** What the server must know before it is asked. */
  async certificate(): Promise<DtlsParameters> {
    const offer = await this.#connection.createOffer();
    await this.#connection.setLocalDescription(offer);
    this.#sdp = this.#connection.localDescription?.sdp ?? offer.sdp;
    const dtlsParameters = certificateOf(this.#sdp);
    if (!dtlsParameters) throw new Error('The peer has no certificate.');
    return dtlsParameters;
  }

  /** Resolves when messages can pass; rejects after `ms` without. */
  async connect(offer: DataOffer, ms = 10_000): Promise<void> {
    this.offer = offer;
    const { via, boundless } = this.#options;
    const candidates = via
      ? offer.candidates.slice(0, 1).map((candidate) => ({ ...candidate, ...via }))
      : offer.candidates;
    const opened = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The data channel did not open.')), ms);
      const settle = () => {
        if (!this.open) return;
        clearTimeout(late);
        resolve();
      };
      this.#channel.stateChanged.subscribe(settle);
      settle();
    });
    const answer = dataAnswer(this.#sdp, { ...offer, candidates });
    const sdp = boundless ? answer.replace(/max-message-size:\d+/, 'max-message-size:65536') : answer;
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    await opened;
  }

  send(message: Uint8Array): void {
    this.#channel.send(Buffer.from(message));
  }

  /** Called at once for whatever arrives from now on. */
  onMessage(listener: (message: Uint8Array) => void): void {
    this.#heard = listener;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
