import type { Goal } from '../report.ts';
import { BARS, svgPicture } from '../svg-picture.ts';

interface Row {
  readonly id: string;
  readonly words: string;
  readonly figure: (value: number) => string;
}

const percent = (value: number) => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;
const seconds = (value: number) => `${value.toFixed(1)} s`;

/** What is drawn, in this order; what a run left out is left out here. */
const ROWS: readonly Row[] = [
  { id: 'concealed-30pct-loss', words: '30 % lost: voice made up', figure: percent },
  { id: 'concealed-30pct-burst3', words: 'lost in bursts: voice made up', figure: percent },
  { id: 'stall-max-s-96k', words: '96 kbit/s: longest silence', figure: seconds },
  { id: 'voice-gap-at-drop-ms', words: '2 Mbit/s → 250 k: gap in the voice', figure: (ms) => `${Math.round(ms)} ms` },
  { id: 'layer-back-p95-s', words: 'and back: until the picture is', figure: seconds },
  { id: 'video-fps-256k', words: '256 kbit/s: frames a second', figure: (fps) => fps.toFixed(1) },
  { id: 'video-frozen-share-256k', words: '256 kbit/s: time frozen', figure: percent },
];

const LEFT = 290;
const BAR = 330;
const ROW = 54;
const TOP = 84;

/** An SVG of what a weak link leaves of a lesson beside a plain page; it suits light and dark pages. Each row has a scale of its own. Pure. */
export function weakPicture(goals: readonly Pick<Goal, 'id' | 'value' | 'control' | 'better'>[]): string {
  const drawn = ROWS.flatMap((row) => goals.filter(({ id }) => id === row.id).map((goal) => ({ ...row, ...goal })));
  const rows = drawn.map(({ words, figure, value, control, better }, index) => {
    const y = TOP + index * ROW;
    const bare = control ?? 0;
    const most = Math.max(value, bare) || 1;
    const bar = (of: number, down: number, colour: string) => {
      const long = Math.max(2, (BAR * of) / most);
      return `<rect x="${LEFT}" y="${y + down}" width="${long.toFixed(1)}" height="17" rx="3" fill="${colour}"/>
<text x="${(LEFT + long + 8).toFixed(1)}" y="${y + down + 14}" font-size="13">${figure(of)}</text>`;
    };
    return `<text x="${LEFT - 14}" y="${y + 16}" text-anchor="end">${words}</text>
<text x="${LEFT - 14}" y="${y + 34}" text-anchor="end" font-size="11" opacity="0.75">${better === 'less' ? 'less is better' : 'more is better'}</text>
${bar(value, 0, BARS.product)}
${bar(bare, 20, BARS.control)}`;
  });
  const height = TOP + drawn.length * ROW + 8;
  const key = (x: number, colour: string, words: string) =>
    `<rect x="${x}" y="44" width="14" height="14" rx="3" fill="${colour}"/><text x="${x + 20}" y="56" font-size="13">${words}</text>`;
  const keys = `${key(LEFT, BARS.product, 'Tongke')}${key(LEFT + 90, BARS.control, 'mediasoup-client page, default settings')}`;
  return svgPicture({
    title: 'What weak links leave of a lesson, beside a plain mediasoup-client page',
    heading: 'What weak links leave of a lesson',
    at: { x: LEFT, y: 28 },
    height,
    body: [keys, ...rows].join('\n'),
  });
}
