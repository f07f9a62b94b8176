/** What a board has received of a shared screen. */
export interface ScreenLook {
  /** RTP with its heads, repetitions too, without SRTP's tag, UDP and IP. */
  readonly bytes: number;
  readonly frames: number;
  readonly width: number;
  readonly height: number;
}

/** Runs inside a board: what came of the screen with this label so far. Throws while there is none. */
export async function lookAtScreen(label: string): Promise<ScreenLook> {
  const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
  const track = video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
  for (const connection of window.tongkeProbe.connections) {
    if (connection.connectionState === 'closed') continue;
    let found: ScreenLook | null = null;
    (await connection.getStats()).forEach((entry) => {
      if (entry.type !== 'inbound-rtp' || entry.trackIdentifier !== track?.id) return;
      const { bytesReceived = 0, headerBytesReceived = 0, framesDecoded = 0, frameWidth = 0, frameHeight = 0 } = entry;
      found = {
        ...{ bytes: bytesReceived + headerBytesReceived, frames: framesDecoded },
        ...{ width: frameWidth, height: frameHeight },
      };
    });
    if (found) return found;
  }
  throw new Error('there is no screen');
}

interface Sized {
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** Runs inside a board: the brightness of the screen's picture of this moment, brought to a size, as base64. */
export function lumaOfScreen({ label, width, height }: Sized): string {
  const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!video || !context) throw new Error('there is no screen');
  context.imageSmoothingQuality = 'high';
  context.drawImage(video, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  // Both loops are quick on purpose: a page that stands still for seconds loses its link.
  const luma = new Uint8Array(data.length / 4);
  for (let at = 0; at < luma.length; at += 1) {
    const from = 4 * at;
    luma[at] = Math.round(0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0));
  }
  let text = '';
  for (let at = 0; at < luma.length; at += 8_192) text += String.fromCharCode(...luma.subarray(at, at + 8_192));
  return btoa(text);
}
