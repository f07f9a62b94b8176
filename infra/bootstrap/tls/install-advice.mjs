/**
 * How boards and laptops come to trust the local CA, in words; where it is not `full`, in one line.
 * @param {{ host: string, httpPort: number, full: boolean }} where
 */
export function installAdvice({ host, httpPort, full }) {
  const url = `http://${host}:${httpPort}/ca.crt`;
  if (!full) return `\n  Boards elsewhere need ${url} installed once; infra/bootstrap/KIOSK.md says how.\n`;
  return `
  Boards and staff laptops need this server's certificate authority once, or they warn and keep the camera shut:
    fetch     ${url}
    Windows   as administrator: certutil -addstore Root ca.crt
              (or double-click it: Install Certificate → Local Machine → Trusted Root Certification Authorities)
    Android   Settings → Security → More → Encryption & credentials → Install a certificate → CA certificate
    Linux     Chromium: Settings → Privacy and security → Security → Manage certificates → Authorities → Import
    iPad      open the address, Settings → Profile Downloaded → Install, then
              Settings → General → About → Certificate Trust Settings → switch it on
  It can vouch only for this server's names and private addresses. Pupils' tablets need nothing: they use plain HTTP.
`;
}
