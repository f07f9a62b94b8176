/** Of the product's bars, and of those of what it is measured beside. */
export const BARS = { product: '#0d9488', control: '#d97706' } as const;

const WIDTH = 760;

interface Picture {
  /** For who cannot see it. */
  readonly title: string;
  readonly heading: string;
  /** Where the heading stands. */
  readonly at: { readonly x: number; readonly y: number };
  readonly height: number;
  readonly body: string;
}

/** An SVG of bars that suits light and dark pages. Pure. */
export function svgPicture({ title, heading, at, height, body }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="15" role="img">
<title>${title}</title>
<style>text { fill: #1f2937 } @media (prefers-color-scheme: dark) { text { fill: #e5e7eb } }</style>
<text x="${at.x}" y="${at.y}" font-size="17" font-weight="600">${heading}</text>
${body}
</svg>
`;
}
