import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { NAME_CONSTRAINTS, permittedNames } from './name-constraints.mjs';
import { CA_DAYS, SERVER_DAYS } from './verdicts.mjs';

const DAY = 86_400_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** @typedef {{ cert: string, key: string }} Pair  both PEM */

/** The library is there only once the packages are. */
async function library() {
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(crypto);
  return x509;
}

async function keyPair() {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

/** @param {CryptoKey} key */
async function pemOf(key) {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** A day early, for boards whose clocks are behind. @param {number} now @param {number} days */
function validity(now, days) {
  return { notBefore: new Date(now - DAY), notAfter: new Date(now + days * DAY) };
}

function serialNumber() {
  const bytes = crypto.getRandomValues(Buffer.alloc(16));
  // Positive, and of full length.
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex');
}

/** @param {string[]} names */
function split(names) {
  return { dns: names.filter((name) => !isIP(name)), ipv4: names.filter((name) => isIP(name) === 4) };
}

/**
 * Makes a CA that may speak for these names and for private addresses, for ten years.
 * @param {string[]} names @param {number} now
 * @returns {Promise<Pair>}
 */
export async function issueCa(names, now) {
  const x509 = await library();
  const keys = await keyPair();
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `O=Tongke, CN=Tongke local CA ${new Date(now).toISOString().slice(0, 10)}`,
    ...validity(now, CA_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(NAME_CONSTRAINTS, true, permittedNames(split(names))),
    ],
  });
  return { cert: cert.toString('pem'), key: await pemOf(keys.privateKey) };
}

/**
 * A certificate's NameConstraints extension as DER; undefined where it has none or is no certificate.
 * @param {string | undefined} pem
 */
export async function constraintsOf(pem) {
  const x509 = await library();
  try {
    const extension = new x509.X509Certificate(pem ?? '').getExtension(NAME_CONSTRAINTS);
    return extension ? Buffer.from(extension.value) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes a server certificate for these names, signed by the CA, for a little more than a year.
 * @param {Pair} ca @param {string[]} names @param {number} now
 * @returns {Promise<Pair>}
 */
export async function issueServer(ca, names, now) {
  const x509 = await library();
  const keys = await keyPair();
  const issuer = new x509.X509Certificate(ca.cert);
  const der = createPrivateKey(ca.key).export({ type: 'pkcs8', format: 'der' });
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'O=Tongke, CN=Tongke server',
    issuer: issuer.subject,
    ...validity(now, SERVER_DAYS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: await crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => new x509.GeneralName(isIP(name) ? 'ip' : 'dns', name)),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: cert.toString('pem'), key: await pemOf(keys.privateKey) };
}
