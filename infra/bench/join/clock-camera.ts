/**
 * Runs inside a page before its own code: its camera is a picture of 320×180, 15 times a second, whose columns say when it was
 * drawn: white, 14 bits of epoch ms with the lowest first, black; below it, a shape that moves.
 */
export function installClockCamera(): void {
  const native = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (!constraints?.video) return native(constraints);
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const context = canvas.getContext('2d', { alpha: false });
    const stream = canvas.captureStream(0);
    const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
    if (!context || !track) throw new Error('This page has no canvas.');
    const draw = () => {
      const now = Math.round(performance.timeOrigin + performance.now());
      context.fillStyle = '#777';
      context.fillRect(0, 0, 320, 180);
      context.fillStyle = '#2a6';
      context.fillRect(now % 280, 90, 40, 60);
      for (let column = 0; column < 16; column += 1) {
        const lit = column === 0 || (column < 15 && Math.floor(now / 2 ** (column - 1)) % 2 === 1);
        context.fillStyle = lit ? '#fff' : '#000';
        context.fillRect(column * 20, 0, 20, 48);
      }
      track.requestFrame();
    };
    setInterval(draw, 1_000 / 15);
    return stream;
  };
}

/** Runs inside a page: how old, in ms, each frame of the largest video is when it is painted, for so long. */
export function readClock(forMs: number): Promise<number[]> {
  const videos = [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0);
  const video = videos.sort((a, b) => b.clientWidth - a.clientWidth)[0];
  const canvas = document.createElement('canvas');
  canvas.width = 16;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!video || !context) throw new Error('There is no picture.');
  const ages: number[] = [];
  const until = performance.now() + forMs;
  return new Promise((resolve) => {
    const read: VideoFrameRequestCallback = (_, { expectedDisplayTime }) => {
      const paintedAt = performance.timeOrigin + Math.max(performance.now(), expectedDisplayTime);
      context.drawImage(video, 0, video.videoHeight * 0.05, video.videoWidth, video.videoHeight * 0.16, 0, 0, 16, 1);
      const { data } = context.getImageData(0, 0, 16, 1);
      const bits = Array.from({ length: 16 }, (_, column) => ((data[column * 4] ?? 0) > 128 ? 1 : 0));
      const code = bits.slice(1, 15).reduce<number>((sum, bit, place) => sum + bit * 2 ** place, 0);
      if (bits[0] === 1 && bits[15] === 0) ages.push((((paintedAt - code) % 16_384) + 16_384) % 16_384);
      if (performance.now() < until) video.requestVideoFrameCallback(read);
      else resolve(ages);
    };
    video.requestVideoFrameCallback(read);
  });
}
