import { X509Certificate } from 'node:crypto';

/**
 * How boards, laptops and assistants' phones come to trust the local CA, in words; where it is not `full`, in one line. The fingerprint
 * lets whoever installs it see that it is this one.
 * @param {{ host: string, httpPort: number, caPem: string, replaced: boolean, full: boolean }} situation
 */
export function installAdvice({ host, httpPort, caPem, replaced, full }) {
  const url = `http://${host}:${httpPort}/ca.crt`;
  const { fingerprint256 } = new X509Certificate(caPem);
  if (!full && !replaced)
    return `
  Boards, staff laptops and assistants' phones elsewhere need ${url} installed once; infra/bootstrap/KIOSK.md says how.
  Its SHA-256 is ${fingerprint256}
`;
  return `
${replaced ? '  The former certificate authority of this server is void: install the new one on every board, laptop and phone.\n' : ''}\
  Boards, staff laptops and assistants' phones need this server's certificate authority once, or they warn and keep the camera shut:
    fetch     ${url}
    SHA-256   ${fingerprint256}
    Windows   as administrator: certutil -addstore Root ca.crt
              (or double-click it: Install Certificate → Local Machine → Trusted Root Certification Authorities)
    Android   Settings → Security → More → Encryption & credentials → Install a certificate → CA certificate
    iPhone, iPad   open the address in Safari, Settings → Profile Downloaded → Install, then
              Settings → General → About → Certificate Trust Settings → switch it on
    Linux     Chromium: Settings → Privacy and security → Security → Manage certificates → Authorities → Import
  It can vouch only for this server's names and private addresses. Pupils' tablets need nothing: they use plain HTTP.
  infra/bootstrap/KIOSK.md has more, also on WeChat's browser.
`;
}
