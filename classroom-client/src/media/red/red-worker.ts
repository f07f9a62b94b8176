import { createPackRed } from './pack-red.ts';

/** What the page asks of it. */
export interface RedOptions {
  readonly opus: number;
  readonly copies: readonly number[];
}

/** As the WebRTC Encoded Transform specification gives it to workers alone. */
interface TransformEvent extends Event {
  readonly transformer: {
    readonly readable: ReadableStream<RTCEncodedAudioFrame>;
    readonly writable: WritableStream<RTCEncodedAudioFrame>;
    readonly options: RedOptions;
  };
}

/** Runs as a worker: every Opus packet of a sender leaves with copies of older ones. */
addEventListener('rtctransform', (event) => {
  const { readable, writable, options } = (event as TransformEvent).transformer;
  const { opus, copies } = options;
  const pack = createPackRed(opus, copies);
  const transform = new TransformStream<RTCEncodedAudioFrame, RTCEncodedAudioFrame>({
    transform(frame, out) {
      const at = frame.getMetadata().rtpTimestamp ?? 0;
      frame.data = pack({ at, payload: new Uint8Array(frame.data.slice(0)) }).buffer;
      out.enqueue(frame);
    },
  });
  // It ends with the sender.
  readable
    .pipeThrough(transform)
    .pipeTo(writable)
    .catch(() => undefined);
});
