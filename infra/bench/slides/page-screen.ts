/** What the lead teacher's page shares in place of a screen. */
interface PageScreen {
  /** Shows this page, from 1, without ink. */
  show(page: number): void;
  /** Draws a stroke on it at a hand's pace, one place after the other. */
  draw(places: readonly (readonly [number, number])[], everyMs: number): Promise<void>;
  /** The page's brightness, as base64. */
  luma(page: number): string;
}

declare global {
  interface Window {
    tongkePageScreen: PageScreen;
  }
}

interface Pictures {
  /** Addresses of the pages' large pictures, in their order. */
  readonly urls: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** Runs inside the lead teacher's page: whoever asks for a screen is given a canvas with the deck's pages, drawn again for each frame. */
export async function installPageScreen({ urls, width, height, framesPerSecond }: Pictures): Promise<void> {
  const pages = await Promise.all(
    urls.map(async (url) => createImageBitmap(await (await fetch(url, { credentials: 'same-origin' })).blob())),
  );
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  let shown = 1;
  let ink: (readonly [number, number])[][] = [];
  const paint = (page: number, strokes = ink) => {
    const bitmap = pages[page - 1];
    if (bitmap) context.drawImage(bitmap, 0, 0, width, height);
    context.lineWidth = width / 320;
    context.lineCap = 'round';
    context.strokeStyle = '#1d4ed8';
    for (const stroke of strokes) {
      context.beginPath();
      for (const [x, y] of stroke) context.lineTo(x * width, y * height);
      context.stroke();
    }
  };
  setInterval(() => paint(shown), 1_000 / framesPerSecond);
  window.tongkePageScreen = {
    show(page) {
      [shown, ink] = [page, []];
    },
    async draw(places, everyMs) {
      const stroke: (readonly [number, number])[] = [];
      ink.push(stroke);
      const from = performance.now();
      for (const [index, place] of places.entries()) {
        const early = from + index * everyMs - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        stroke.push(place);
      }
    },
    luma(page) {
      paint(page, []);
      const { data } = context.getImageData(0, 0, width, height);
      // Both loops are quick on purpose: a page that stands still for seconds loses its link.
      const luma = new Uint8Array(data.length / 4);
      for (let at = 0; at < luma.length; at += 1) {
        const from = 4 * at;
        luma[at] = Math.round(
          0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0),
        );
      }
      let text = '';
      for (let at = 0; at < luma.length; at += 8_192) text += String.fromCharCode(...luma.subarray(at, at + 8_192));
      return btoa(text);
    },
  };
  navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(framesPerSecond);
}
