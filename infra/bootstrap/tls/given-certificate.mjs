import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { PlainError } from '../plain-error.mjs';

/** @template T @param {string} path @param {string} kind @param {(text: string) => T} parse */
async function load(path, kind, parse) {
  const text = await readFile(path, 'utf8').catch((/** @type {Error} */ error) => {
    throw new PlainError(`The ${kind} file ${path} cannot be read: ${error.message}`);
  });
  try {
    return parse(text);
  } catch {
    throw new PlainError(`The file ${path} is not a ${kind} in PEM form (or its key is locked with a password).`);
  }
}

/**
 * Checks certificate files that the user gave: readable, a pair, in date, and good for the name.
 * @param {{ cert: string, key: string, host: string, now: number }} given
 * @returns {Promise<{ cert: string, key: string, news: string }>} absolute paths, and what was found in words
 */
export async function givenCertificate({ cert, key, host, now }) {
  const certificate = await load(cert, 'certificate', (text) => new X509Certificate(text));
  const privateKey = await load(key, 'private key', (text) => createPrivateKey(text));
  if (!certificate.checkPrivateKey(privateKey))
    throw new PlainError(`The key ${key} does not belong to the certificate ${cert}.`);
  const left = Math.floor((Date.parse(certificate.validTo) - now) / 86_400_000);
  if (left < 0)
    throw new PlainError(`The certificate ${cert} expired on ${certificate.validTo}. Renew it, then start again.`);
  const covered = isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host);
  if (!covered)
    throw new PlainError(`The certificate ${cert} is not for ${host}. Give the name it is for with --host NAME.`);
  return { cert: resolve(cert), key: resolve(key), news: `given certificate, ${left} days left` };
}
