import { BARS, svgPicture } from '../svg-picture.ts';

interface Figures {
  /** Bytes in the lesson, of the pages before it, and of the shared screen. */
  readonly slides: number;
  readonly packBytes: number;
  readonly screen: number;
  /** Of the shared screen against the page. */
  readonly ssim: number;
  readonly minutes: number;
  readonly pages: number;
}

const LEFT = 230;
const BAR = 360;

/** An SVG of what a lesson's slides cost and how sharp they are, beside a shared screen; it suits light and dark pages. Pure. */
export function bytesPicture({ slides, packBytes, screen, ssim, minutes, pages }: Figures): string {
  const rows = [
    ['Slides, in the lesson', slides, 'the page itself: SSIM 1'],
    ['Slides, pages fetched too', slides + packBytes, 'the page itself: SSIM 1'],
    ['Shared screen, 5 frames/s', screen, `video of it: SSIM ${ssim.toFixed(3)}`],
  ] as const;
  const most = Math.max(...rows.map(([, bytes]) => bytes));
  const drawn = rows.map(([name, bytes, sharp], row) => {
    const y = 62 + row * 52;
    const long = Math.max(2, (BAR * bytes) / most);
    return `<text x="${LEFT - 14}" y="${y + 20}" text-anchor="end">${name}</text>
<rect x="${LEFT}" y="${y}" width="${long.toFixed(1)}" height="28" rx="4" fill="${row < 2 ? BARS.product : BARS.control}"/>
<text x="${(LEFT + long + 10).toFixed(1)}" y="${y + 20}" font-weight="600">${megabytes(bytes)}</text>
<text x="${LEFT}" y="${y + 43}" font-size="11" opacity="0.75">${sharp}</text>`;
  });
  return svgPicture({
    title: `Bytes a board receives in a lesson of ${minutes} minutes and ${pages} pages with ink`,
    heading: `${minutes} minutes, ${pages} pages with ink: bytes to one board`,
    at: { x: LEFT, y: 30 },
    height: 232,
    body: drawn.join('\n'),
  });
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
}
