import { join, resolve } from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * @typedef {object} Facts  what the preparation found out
 * @property {string} data  absolute folder
 * @property {string} host  name for links
 * @property {string[]} media  addresses for media
 * @property {{ cert: string, key: string, ca?: string }} tls  PEM files
 * @property {string} worker  mediasoup's program
 * @property {string} secret  between the two servers
 * @property {string} clientDir
 * @property {number} cores
 */

/**
 * The ports in force.
 * @param {import('../options.mjs').Options} options
 */
export function portsOf({ httpPort = 8080, httpsPort = 8443, sfuPort = 4440 }) {
  return { http: httpPort, https: httpsPort, sfu: sfuPort };
}

/**
 * The variables that tell both servers how to run, as the README's table lists them. Paths become absolute, for the servers run in
 * folders of their own.
 * @param {import('../options.mjs').Options} options @param {NodeJS.ProcessEnv} env @param {Facts} facts
 * @returns {{ signaling: Record<string, string>, sfu: Record<string, string> }}
 */
export function settings(options, env, facts) {
  const ports = portsOf(options);
  const secret = env.TONGKE_SFU_SECRET || facts.secret;
  const log = env.TONGKE_LOG || 'info';
  const ca = env.TONGKE_CA_FILE || facts.tls.ca;
  const flag = (/** @type {boolean} */ on) => (on ? '1' : '0');
  return {
    signaling: {
      TONGKE_DATA: facts.data,
      TONGKE_HTTP_PORT: String(ports.http),
      TONGKE_HTTPS_PORT: String(ports.https),
      TONGKE_HOST: facts.host,
      TONGKE_HOST_NAMED: flag(options.host !== undefined),
      TONGKE_TLS_CERT: facts.tls.cert,
      TONGKE_TLS_KEY: facts.tls.key,
      ...(ca && { TONGKE_CA_FILE: resolve(ca) }),
      TONGKE_CLIENT_DIR: resolve(env.TONGKE_CLIENT_DIR || facts.clientDir),
      TONGKE_SFU_URL: env.TONGKE_SFU_URL || `http://127.0.0.1:${ports.sfu}`,
      TONGKE_SFU_SECRET: secret,
      TONGKE_TURN_URL: env.TONGKE_TURN_URL || '',
      TONGKE_TURN_SECRET: env.TONGKE_TURN_SECRET || '',
      TONGKE_LOG: log,
      TONGKE_DEMO: flag(options.demo),
      TONGKE_ADMIN_LINK: flag(options.adminLink),
    },
    sfu: {
      TONGKE_SFU_PORT: String(ports.sfu),
      TONGKE_SFU_SECRET: secret,
      MEDIASOUP_WORKER_BIN: facts.worker,
      TONGKE_MEDIA_PORT: env.TONGKE_MEDIA_PORT || '44400',
      TONGKE_TABLET_PORT: env.TONGKE_TABLET_PORT || '44399',
      TONGKE_MEDIA_IPS: env.TONGKE_MEDIA_IPS || facts.media.join(','),
      TONGKE_WORKERS: env.TONGKE_WORKERS || String(facts.cores),
      TONGKE_LOG: log,
    },
  };
}

/**
 * The data folder, absolute. The sample school has one of its own, for an administrator stands in it already: a later start without
 * `--demo` in the same folder would offer nobody the link that makes the first one.
 * @param {import('../options.mjs').Options} options
 */
export function dataFolder({ data, demo }) {
  return resolve(data ?? join(ROOT, demo ? 'data-demo' : 'data'));
}

/** Where a data folder keeps its parts. @param {string} data */
export function dataPaths(data) {
  return { tls: join(data, 'tls'), logs: join(data, 'logs'), secret: join(data, 'sfu-secret') };
}
