/**
 * @typedef {{ links?: { label: string, url: string }[], note?: string, qr?: string }} Ready  signaling's message
 */

/**
 * What the terminal ends with: the links with a sentence about them, and a QR code of the pupils' address.
 * @param {Ready} ready
 */
export async function banner({ links = [], note, qr }) {
  const width = Math.max(0, ...links.map(({ label }) => columns(label)));
  const lines = links.map(({ label, url }) => `  ${label}${' '.repeat(width - columns(label))}  ${url}`);
  const { default: qrcode } = await import('qrcode');
  const code = qr
    ? await qrcode.toString(qr, {
        type: process.stdout.isTTY ? 'terminal' : 'utf8',
        small: true,
        errorCorrectionLevel: 'L',
      })
    : '';
  return [
    '',
    '  Tongke 同课 is running.',
    '',
    ...lines,
    '',
    ...(note ? [`  ${note}`, ''] : []),
    code,
    qr && `  ${qr}`,
    '',
    '  Ctrl+C stops it.',
    '',
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** How wide a terminal shows a text: a Chinese character takes two columns. @param {string} text */
function columns(text) {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
