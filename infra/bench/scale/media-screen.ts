import type { DeviceSource, MediaNotice, Track } from '@tongke/shared-types';
import type { FakeScreen } from '@tongke/signaling/testing';
import { isRtp } from '../rtp/is-rtp.ts';
import { joinMedia } from '../rtp/join-media.ts';
import { type MediaPeer, openPeer, type PeerOptions } from '../rtp/open-peer.ts';
import { opusPacket } from '../rtp/opus-packet.ts';
import { PacedStream } from '../rtp/paced-stream.ts';
import { reportAsBrowser } from '../rtp/report-as-browser.ts';
import { vp8Packet } from '../rtp/vp8-packet.ts';
import { CAMERA, VOICE } from './load.ts';
import { RtpTally } from './rtp-tally.ts';

const VP8 = { mimeType: 'video/VP8', clockRate: 90_000, payloadType: 96, rtcpFeedback: [] };
const OPUS = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2, payloadType: 111, rtcpFeedback: [] };

/** One of the own devices: produced, and its stream. */
interface Published {
  readonly trackId: string;
  readonly stream: PacedStream;
}

/** What a screen should do now, as the product's pages decide it. */
export interface Wants {
  readonly publish: Readonly<Record<DeviceSource, boolean>>;
  readonly tracks: readonly Track[];
}

/** A participant of a lesson without pixels: sends what it may, receives what its page wants, and counts what comes. */
export class MediaScreen {
  readonly screen: FakeScreen;
  readonly tally = new RtpTally();
  readonly #transportId: string;
  readonly #send: MediaPeer;
  readonly #receive: MediaPeer;
  readonly #ssrc: number;
  readonly #published: Partial<Record<DeviceSource, Published>> = {};
  readonly #streams: Partial<Record<DeviceSource, PacedStream>> = {};
  /** Consumers by track. */
  readonly #watched = new Map<string, string>();
  #settling = false;

  /** Joins with the media of a screen that has said hello. `ssrc`: its first one; the next is its own too. */
  static async open(screen: FakeScreen, ssrc: number, options: PeerOptions): Promise<MediaScreen> {
    const { send, receive, routerRtpCapabilities } = await joinMedia(screen, options.certificate.fingerprint);
    const peers = { send: await openPeer(send, options), receive: await openPeer(receive, options) };
    const opened = new MediaScreen(screen, ssrc, { ...peers, transportId: send.id });
    const headerExtensions = routerRtpCapabilities.headerExtensions?.map(({ uri, preferredId: id }) => ({ uri, id }));
    reportAsBrowser(peers.receive.socket, peers.receive.sending.rtcp, { headerExtensions });
    peers.receive.socket.on('message', (packet) => isRtp(packet) && opened.tally.take(packet));
    return opened;
  }

  private constructor(
    screen: FakeScreen,
    ssrc: number,
    { send, receive, transportId }: { send: MediaPeer; receive: MediaPeer; transportId: string },
  ) {
    this.screen = screen;
    this.#ssrc = ssrc;
    this.#send = send;
    this.#receive = receive;
    this.#transportId = transportId;
    screen.socket.on('media', (notice: MediaNotice) => this.#hear(notice));
  }

  /** Packets that it sent so far. */
  sent(source: DeviceSource): number {
    return this.#streams[source]?.sent ?? 0;
  }

  /** Whether it sends this now, in packets a second. */
  pace(source: DeviceSource, packetsPerSecond: number): void {
    this.#published[source]?.stream.pace(packetsPerSecond);
  }

  tick(nowMs: number): void {
    for (const stream of Object.values(this.#streams)) stream.tick(nowMs);
  }

  /** The tracks whose packets come now. */
  get receives(): readonly string[] {
    return [...this.#watched.keys()];
  }

  /** Whether anybody watches this own track, as far as the server has told. */
  isWatched(source: DeviceSource): boolean {
    const trackId = this.#published[source]?.trackId;
    const told = this.screen.notices.findLast(
      (notice) => notice.type === 'track.watched' && notice.trackId === trackId,
    );
    return told?.type === 'track.watched' && told.watched;
  }

  /** Does what its page would do now; one change at a time. */
  async settle({ publish, tracks }: Wants): Promise<void> {
    if (this.#settling) return;
    this.#settling = true;
    try {
      for (const source of ['camera', 'microphone'] as const) await this.#publish(source, publish[source]);
      await this.#watch(tracks.map(({ trackId }) => trackId));
    } finally {
      this.#settling = false;
    }
  }

  close(): void {
    this.#send.close();
    this.#receive.close();
    this.screen.close();
  }

  async #publish(source: DeviceSource, wanted: boolean): Promise<void> {
    const running = this.#published[source];
    if (wanted === (running !== undefined)) return;
    if (running) {
      this.#stop(source);
      // One that its grant has ended already is no mistake.
      await this.screen.media({ type: 'media.unproduce', trackId: running.trackId });
      return;
    }
    const isCamera = source === 'camera';
    const made = await this.screen.media({
      type: 'media.produce',
      transportId: this.#transportId,
      source,
      rtpParameters: {
        codecs: [isCamera ? VP8 : OPUS],
        encodings: [{ ssrc: this.#ssrcOf(source) }],
        headerExtensions: [],
        rtcp: { cname: `bench-${this.#ssrc}` },
      },
    });
    if (!made.ok || !('trackId' in made.result)) return;
    // A stream goes on where it stopped: its sequence numbers are those of its keys.
    const stream = this.#streams[source] ?? new PacedStream(this.#send, this.#packetsOf(source));
    this.#streams[source] = stream;
    this.#published[source] = { trackId: made.result.trackId, stream };
  }

  #ssrcOf(source: DeviceSource): number {
    return this.#ssrc + (source === 'camera' ? 0 : 1);
  }

  #packetsOf(source: DeviceSource): (sequence: number) => Buffer {
    const ssrc = this.#ssrcOf(source);
    if (source === 'microphone') return (sequence) => opusPacket({ ...VOICE, ssrc, sequence, payloadType: 111 });
    return (sequence) => vp8Packet({ ...CAMERA, ssrc, sequence, payloadType: 96 });
  }

  #stop(source: DeviceSource): void {
    this.#published[source]?.stream.pace(0);
    delete this.#published[source];
  }

  async #watch(wanted: readonly string[]): Promise<void> {
    for (const [trackId, consumerId] of [...this.#watched]) {
      if (wanted.includes(trackId)) continue;
      this.#watched.delete(trackId);
      await this.screen.media({ type: 'media.unconsume', consumerId });
    }
    const missing = wanted.filter((trackId) => !this.#watched.has(trackId));
    if (missing.length === 0) return;
    const consumed = await this.screen.media({ type: 'media.consume', trackIds: missing });
    // What is not there yet is asked for again.
    if (!consumed.ok || !('consumers' in consumed.result) || consumed.result.consumers.length === 0) return;
    const { consumers } = consumed.result;
    for (const { trackId, consumerId } of consumers) this.#watched.set(trackId, consumerId);
    const consumerIds = consumers.map(({ consumerId }) => consumerId);
    await this.screen.media({ type: 'media.resume', consumerIds });
  }

  #hear(notice: MediaNotice): void {
    if (notice.type === 'track.closed') {
      for (const source of ['camera', 'microphone'] as const)
        if (this.#published[source]?.trackId === notice.trackId) this.#stop(source);
    }
    if (notice.type !== 'consumer.closed') return;
    for (const [trackId, consumerId] of this.#watched)
      if (consumerId === notice.consumerId) this.#watched.delete(trackId);
  }
}
