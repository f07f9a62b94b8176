import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { installAdvice } from './install-advice.mjs';
import { issueCa } from './issue.mjs';

it('is one line on most starts, and all of it where --host is given or every board must be visited again', async () => {
  const { cert } = await issueCa(['localhost'], Date.now());
  const where = { host: '192.168.1.7', httpPort: 8080, caPem: cert };
  const short = installAdvice({ ...where, replaced: false, full: false });
  const full = installAdvice({ ...where, replaced: false, full: true });
  const again = installAdvice({ ...where, replaced: true, full: false });
  for (const text of [short, full, again]) {
    expect(text).toContain('http://192.168.1.7:8080/ca.crt');
    expect(text).toContain(new X509Certificate(cert).fingerprint256);
    expect(text).toContain('phones');
  }
  expect(short).not.toContain('certutil');
  expect(full).toContain('certutil');
  expect(full).not.toContain('is void');
  expect(again).toContain('certutil');
  expect(again).toContain('is void');
});
