/**
 * @typedef {{ links?: { label: string, url: string }[], qr?: string }} Ready  signaling's message
 */

/**
 * What the terminal ends with: the links, and a QR code of the pupils' address.
 * @param {Ready} ready
 */
export async function banner({ links = [], qr }) {
  const width = Math.max(0, ...links.map(({ label }) => label.length));
  const lines = links.map(({ label, url }) => `  ${label.padEnd(width)}  ${url}`);
  const { default: qrcode } = await import('qrcode');
  const code = qr
    ? await qrcode.toString(qr, {
        type: process.stdout.isTTY ? 'terminal' : 'utf8',
        small: true,
        errorCorrectionLevel: 'L',
      })
    : '';
  return ['', '  Tongke 同课 is running.', '', ...lines, '', code, qr && `  ${qr}`, '', '  Ctrl+C stops it.', '']
    .filter((line) => line !== undefined)
    .join('\n');
}
