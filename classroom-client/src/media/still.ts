/** How often a classroom that is not shown live sends a picture, in ms. */
export const STILL_EVERY_MS = 5_000;

const SIZE = { width: 160, height: 90 } as const;
const MAX_BYTES = 8_192;
const QUALITIES = [0.6, 0.4, 0.2] as const;

export interface StillCamera {
  /** A small JPEG of the track now, at most 8 kB; null when there is no picture. */
  take(track: MediaStreamTrack): Promise<Uint8Array<ArrayBuffer> | null>;
  stop(): void;
}

/** Takes pictures of a running camera, for tiles that show no video. */
export function createStillCamera(): StillCamera {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const canvas = document.createElement('canvas');
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  let showing: MediaStreamTrack | null = null;

  return {
    async take(track) {
      if (showing !== track) {
        showing = track;
        video.srcObject = new MediaStream([track]);
        await video.play().catch(() => undefined);
      }
      const context = canvas.getContext('2d');
      if (!context || video.videoWidth === 0) return null;
      context.drawImage(video, 0, 0, SIZE.width, SIZE.height);
      for (const quality of QUALITIES) {
        const jpeg = await toJpeg(canvas, quality);
        if (jpeg && jpeg.byteLength <= MAX_BYTES) return jpeg;
      }
      return null;
    },
    stop() {
      showing = null;
      video.srcObject = null;
    },
  };
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((done) => {
    canvas.toBlob(
      (blob) => {
        if (!blob) return done(null);
        void blob.arrayBuffer().then((buffer) => done(new Uint8Array(buffer)));
      },
      'image/jpeg',
      quality,
    );
  });
}
