import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { permits } from './name-constraints.mjs';

const DAY = 86_400_000;

/** Browsers refuse server certificates that live longer than 398 days; a day is spent on clocks that are behind. */
export const SERVER_DAYS = 396;
export const CA_DAYS = 3_650;

/** @param {string} pem @returns {X509Certificate | undefined} */
function parse(pem) {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** @param {X509Certificate} certificate @param {string} name */
function covers(certificate, name) {
  return Boolean(isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name, { subject: 'never' }));
}

/**
 * Why the local CA must be made anew, in words; undefined where it can stay. `constraints` are those of the certificate, as DER.
 * @param {string | undefined} pem
 * @param {{ names: string[], constraints: Buffer | undefined, now: number }} situation
 */
export function renewCa(pem, { names, constraints, now }) {
  const certificate = pem && parse(pem);
  if (!certificate) return 'there is none yet';
  if (Date.parse(certificate.validTo) - now < (SERVER_DAYS + 30) * DAY) return 'it expires soon';
  const missing = names.find((name) => !constraints || !permits(constraints, name));
  return missing ? `it may not speak for ${missing}` : undefined;
}

/**
 * Why the server's certificate must be made anew, in words; undefined where it can stay.
 * @param {string | undefined} pem
 * @param {{ caPem: string, names: string[], now: number }} situation
 */
export function renewServer(pem, { caPem, names, now }) {
  const certificate = pem && parse(pem);
  const ca = parse(caPem);
  if (!certificate || !ca) return 'there is none yet';
  if (!certificate.verify(ca.publicKey)) return 'the CA changed';
  if (Date.parse(certificate.validTo) - now < 30 * DAY) return 'it expires soon';
  if (Date.parse(certificate.validFrom) > now) return 'it is not valid yet';
  const missing = names.find((name) => !covers(certificate, name));
  return missing ? `it does not name ${missing}` : undefined;
}
